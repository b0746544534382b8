import { now } from "../clock";
import type { Tx } from "../db/transaction";
import type { HeldTicket } from "./facts";

interface BoardPart {
  boardGated: boolean;
  bouncedAt: Date | null;
}

/** What the infra team sends to the board needs its decision from then on, whatever its type says (DOMAIN 7). */
export function toBoard({ facts }: HeldTicket): BoardPart {
  return { bouncedAt: now(), boardGated: facts.boardGated || facts.destination === "infra" };
}

/** What a bounce changes, for its event: whoever takes it back finds it there. */
export function beforeBounce({ facts, bouncedAt }: HeldTicket) {
  return { gatedBefore: facts.boardGated, ...(bouncedAt && { bouncedBefore: bouncedAt.toISOString() }) };
}

/** As it was before the bounce that is taken back: no gate is opened that was shut, and none stays shut for it. */
export async function fromBoard(tx: Tx, { id, facts }: HeldTicket): Promise<BoardPart> {
  const bounce = await tx.event.findFirst({
    where: { subject: "ticket", subjectId: id, type: "ticket.bounced" },
    orderBy: { id: "desc" },
    select: { data: true },
  });
  const { gatedBefore, bouncedBefore } = (bounce?.data ?? {}) as Partial<ReturnType<typeof beforeBounce>>; // written above
  return {
    boardGated: gatedBefore ?? facts.boardGated,
    bouncedAt: bouncedBefore ? new Date(bouncedBefore) : null,
  };
}
