import type { z } from "zod";
import { now } from "../../clock";
import { transact } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { type HeldTicket, holdTicket } from "../facts";
import { mayAdjust } from "../policy";
import { recordOn } from "../ticket-event";
import type { setPartInput } from "../work-schema";

/** Puts a ticket under an initiative as one of its parts, or takes it out again. */
export async function setPart(
  actor: Actor,
  input: z.output<typeof setPartInput>,
): Promise<Result<{ number: number }>> {
  return transact(async (tx) => {
    const initiative = await holdTicket(tx, actor, input.number);
    if (!initiative) return notFound("ticket");
    if (!mayAdjust(actor, initiative.facts)) {
      return refuse(
        "forbidden",
        "Its parts are chosen by who asked for the initiative, owns it or works on it.",
      );
    }
    const part = await holdTicket(tx, actor, input.part);
    if (!part) return atField(`There is no ticket T-${input.part}, or it is not public.`);
    const refusal = input.isPart ? whyNotIn(initiative, part) : whyNotOut(initiative, part);
    if (refusal) return atField(refusal);
    const { count } = await tx.ticket.updateMany({
      where: { id: part.id, version: part.version },
      data: { parentId: input.isPart ? initiative.id : null, updatedAt: now(), version: { increment: 1 } },
    });
    if (count === 0) return atField(`Somebody changed T-${part.number} at the same moment; try again.`);
    const [type, other] = input.isPart
      ? ["ticket.part_added", "ticket.put_under"]
      : ["ticket.part_removed", "ticket.taken_out"];
    await recordOn(tx, actor, initiative, { type, data: { part: part.number } });
    await recordOn(tx, actor, part, { type: other, data: { initiative: initiative.number } });
    return done({ number: initiative.number });
  });
}

function atField(message: string) {
  return refuse("invalid", message, [{ path: "part", message }]);
}

function whyNotIn(initiative: HeldTicket, part: HeldTicket): string | undefined {
  if (initiative.facts.destination !== "initiative") return "Only an initiative has parts.";
  if (part.id === initiative.id) return "An initiative is no part of itself; name another ticket.";
  if (part.facts.destination === "initiative")
    return `T-${part.number} is an initiative itself; its parts are tickets.`;
  if (part.parentId === initiative.id) return `T-${part.number} is a part of it already.`;
  if (part.parentId !== null)
    return `T-${part.number} is a part of another initiative; take it out of that first.`;
  return part.executive === initiative.executive
    ? undefined
    : "Not the same people see both tickets; one may not lead to the other.";
}

function whyNotOut(initiative: HeldTicket, part: HeldTicket): string | undefined {
  return part.parentId === initiative.id ? undefined : `T-${part.number} is no part of it any more.`;
}
