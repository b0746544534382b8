import type { z } from "zod";
import { now } from "../../clock";
import { transact } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { changedBefore } from "../changed-before";
import { holdTicket } from "../facts";
import { mayAdjust } from "../policy";
import { recordOn } from "../ticket-event";
import type { ticketVersionInput } from "../work-schema";

/** Takes a ticket out of its bundle: it stands for itself again, filed or not. */
export async function unbundleTicket(
  actor: Actor,
  input: z.output<typeof ticketVersionInput>,
): Promise<Result<{ number: number }>> {
  return transact(async (tx) => {
    const ticket = await holdTicket(tx, actor, input.number);
    if (!ticket) return notFound("ticket");
    if (!mayAdjust(actor, ticket.facts)) {
      return refuse(
        "forbidden",
        "A bundle is undone by who asked for its tickets, owns them or works on them.",
      );
    }
    if (ticket.bundleId === null) return refuse("conflict", "The ticket is in no bundle any more.");
    const { count } = await tx.ticket.updateMany({
      where: { id: ticket.id, version: input.version, bundleId: ticket.bundleId },
      data: { bundleId: null, updatedAt: now(), version: { increment: 1 } },
    });
    if (count === 0) return changedBefore;
    await recordOn(tx, actor, ticket, { type: "ticket.unbundled", data: { bundle: ticket.bundleId } });
    return done({ number: ticket.number });
  });
}
