import type { z } from "zod";
import { now } from "../../clock";
import { transact } from "../../db/transaction";
import { findOwner, unknownOwner } from "../../people/queries";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { changedBefore } from "../changed-before";
import { holdTicket } from "../facts";
import { mayAdjust } from "../policy";
import type { adjustTicketInput } from "../schema";

/** Changes the title, the owner or the date of a ticket that is under way, and says which. */
export async function adjustTicket(
  actor: Actor,
  input: z.output<typeof adjustTicketInput>,
): Promise<Result<{ number: number }>> {
  return transact(async (tx) => {
    const ticket = await holdTicket(tx, actor, input.number);
    if (!ticket) return notFound("ticket");
    if (!mayAdjust(actor, ticket.facts)) {
      return refuse(
        "forbidden",
        "A ticket is changed by who asked for it, owns it or works on it, while it is open.",
      );
    }
    const owner = await findOwner(tx, input.owner);
    if (!owner) return refuse("invalid", unknownOwner, [{ path: "owner", message: unknownOwner }]);
    const before = await tx.ticket.findUniqueOrThrow({
      where: { id: ticket.id },
      select: { title: true, dueOn: true, ownerPersonId: true, ownerBodyId: true },
    });
    const after = { title: input.title, dueOn: input.dueOn, ...owner };
    const changed = whatChanged(before, after);
    const { count } = await tx.ticket.updateMany({
      where: { id: ticket.id, version: input.version },
      data: { ...after, updatedAt: now(), version: { increment: 1 } },
    });
    if (count === 0) return changedBefore;
    await record(tx, actor, {
      type: "ticket.updated",
      subject: "ticket",
      subjectId: ticket.id,
      ticketId: ticket.id,
      proposalId: ticket.proposalId,
      executive: ticket.executive,
      data: { changed, from: before.title, dueFrom: before.dueOn, dueTo: after.dueOn },
    });
    return done({ number: ticket.number });
  });
}

interface Adjusted {
  title: string;
  dueOn: string | null;
  ownerPersonId: number | null;
  ownerBodyId: number | null;
}

function whatChanged(before: Adjusted, after: Adjusted): string[] {
  const isSameOwner =
    before.ownerPersonId === after.ownerPersonId && before.ownerBodyId === after.ownerBodyId;
  return [
    ...(before.title === after.title ? [] : ["the title"]),
    ...(isSameOwner ? [] : ["the owner"]),
    ...(before.dueOn === after.dueOn ? [] : ["the date"]),
  ];
}
