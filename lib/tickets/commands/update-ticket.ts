import type { z } from "zod";
import { now } from "../../clock";
import { Prisma } from "../../db/client";
import { transact } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { changedBefore } from "../changed-before";
import { contentOf } from "../content";
import { holdTicket } from "../facts";
import { mayEdit } from "../policy";
import type { editTicketInput } from "../schema";

/** Changes all of a draft. Once it is filed others rely on its text, and `adjustTicket` changes what may change. */
export async function updateTicket(
  actor: Actor,
  input: z.output<typeof editTicketInput>,
): Promise<Result<{ number: number }>> {
  return transact(async (tx) => {
    const ticket = await holdTicket(tx, actor, input.number);
    if (!ticket) return notFound("ticket");
    if (!mayEdit(actor, ticket.facts)) {
      return refuse("forbidden", "A ticket is changed by who asked for it, owns it or works on it.");
    }
    if (ticket.facts.status !== "draft") {
      return refuse("refused", "The ticket is filed: only its title, its owner and its date change now.");
    }
    const content = await contentOf(tx, input);
    if (!content.ok) return content;
    const { columns, capabilityIds } = content.value;
    const { count } = await tx.ticket.updateMany({
      where: { id: ticket.id, version: input.version, status: "draft" },
      data: {
        ...columns,
        details: columns.details ?? Prisma.DbNull,
        updatedAt: now(),
        version: { increment: 1 },
      },
    });
    if (count === 0) return changedBefore;
    await tx.ticketCapability.deleteMany({ where: { ticketId: ticket.id } });
    await tx.ticketCapability.createMany({
      data: capabilityIds.map((capabilityId) => ({ ticketId: ticket.id, capabilityId })),
    });
    await record(tx, actor, {
      type: "ticket.updated",
      subject: "ticket",
      subjectId: ticket.id,
      ticketId: ticket.id,
      proposalId: ticket.proposalId,
      executive: ticket.executive,
    });
    return done({ number: ticket.number });
  });
}
