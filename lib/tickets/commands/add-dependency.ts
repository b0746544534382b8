import type { z } from "zod";
import { now } from "../../clock";
import { type Tx, transact } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { circleOf, lockDependencies } from "../dependencies";
import { type HeldTicket, holdTicket } from "../facts";
import { isFinished, mayAdjust } from "../policy";
import { recordOn } from "../ticket-event";
import type { dependencyInput } from "../work-schema";

/**
 * Says that a ticket waits for another one, or that another one waits for it, whatever their destinations. A circle is
 * refused with its path, also where two close it at the same moment: they wait for each other.
 */
export async function addDependency(
  actor: Actor,
  input: z.output<typeof dependencyInput>,
): Promise<Result<{ number: number }>> {
  if (actor.kind !== "person") return refuse("signed_out", "Sign in to say what a ticket waits for.");
  return transact(async (tx) => {
    await lockDependencies(tx);
    const ticket = await holdTicket(tx, actor, input.number);
    if (!ticket) return notFound("ticket");
    if (!mayAdjust(actor, ticket.facts)) return notTheirs;
    const other = await holdTicket(tx, actor, input.other);
    if (!other) return atField(`There is no ticket T-${input.other}, or it is not public.`);
    const [blocked, blocker] = input.way === "blocked_by" ? [ticket, other] : [other, ticket];
    const refusal = await whyNot(tx, actor, blocked, blocker);
    if (refusal) return atField(refusal);
    await tx.ticketDependency.create({
      data: { blockedId: blocked.id, blockerId: blocker.id, byId: actor.personId, createdAt: now() },
    });
    await tx.ticket.updateMany({ where: { id: blocked.id }, data: { updatedAt: now() } });
    await recordOn(tx, actor, blocked, {
      type: "ticket.blocked",
      data: named(blocked, "by", blocker),
    });
    await recordOn(tx, actor, blocker, {
      type: "ticket.blocks",
      data: named(blocker, "blocked", blocked),
    });
    return done({ number: ticket.number });
  });
}

/** The other ticket's number, unless not everybody who reads of this one may hear of that. */
function named(ticket: HeldTicket, key: string, other: HeldTicket): Record<string, number> {
  return other.executive && !ticket.executive ? {} : { [key]: other.number };
}

const notTheirs = refuse(
  "forbidden",
  "What a ticket waits for is said by who asked for it, owns it or works on it, while it is open.",
);

function atField(message: string) {
  return refuse("invalid", message, [{ path: "other", message }]);
}

async function whyNot(
  tx: Tx,
  actor: Actor,
  blocked: HeldTicket,
  blocker: HeldTicket,
): Promise<string | undefined> {
  if (blocked.id === blocker.id) return "A ticket does not wait for itself; name another one.";
  if (isFinished(blocker.facts.status))
    return `T-${blocker.number} is finished: nothing waits for it any more.`;
  if (isFinished(blocked.facts.status))
    return `T-${blocked.number} is finished: it waits for nothing any more.`;
  const there = await tx.ticketDependency.count({ where: { blockedId: blocked.id, blockerId: blocker.id } });
  if (there > 0) return `T-${blocked.number} waits for T-${blocker.number} already.`;
  const circle = await circleOf(tx, actor, { blockerId: blocker.id, blockedId: blocked.id });
  return circle ? `They would wait for each other in a circle: ${circle}.` : undefined;
}
