import type { z } from "zod";
import { now } from "../../clock";
import { type Tx, transact } from "../../db/transaction";
import { done, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { type HeldTicket, holdTicket } from "../facts";
import { mayEdit } from "../policy";
import { recordOn } from "../ticket-event";
import type { bundleTicketsInput } from "../work-schema";

/** Puts several drafts together that are to be filed as one (DOMAIN 9, 13): all of one proposal, or all on their own. */
export async function bundleTickets(
  actor: Actor,
  input: z.output<typeof bundleTicketsInput>,
): Promise<Result<{ bundle: number }>> {
  if (actor.kind !== "person") return refuse("signed_out", "Sign in to bundle tickets.");
  return transact(async (tx) => {
    const tickets: HeldTicket[] = [];
    for (const number of input.tickets) {
      const ticket = await holdTicket(tx, actor, number);
      if (!ticket) return refuse("not_found", `There is no ticket T-${number}, or it is not public.`);
      const allowed = mayBundle(actor, ticket);
      if (!allowed.ok) return allowed;
      tickets.push(ticket);
    }
    const [first] = tickets;
    if (!first || tickets.some(({ proposalId }) => proposalId !== first.proposalId)) {
      return refuse("refused", "A bundle is of one proposal: these tickets come from several.");
    }
    const bundle = await tx.ticketBundle.create({
      data: {
        title: input.title,
        proposalId: first.proposalId,
        createdById: actor.personId,
        createdAt: now(),
      },
      select: { id: true },
    });
    await record(tx, actor, {
      type: "bundle.created",
      subject: "bundle",
      subjectId: bundle.id,
      proposalId: first.proposalId,
      executive: first.executive,
      data: { bundle: bundle.id, title: input.title, tickets: tickets.map(({ number }) => number) },
    });
    for (const ticket of tickets) await putIn(tx, actor, ticket, { id: bundle.id, title: input.title });
    return done({ bundle: bundle.id });
  });
}

function mayBundle(actor: Actor, { number, facts, bundleId }: HeldTicket): Result<null> {
  if (!mayEdit(actor, facts)) return refuse("forbidden", `T-${number} is not yours to bundle.`);
  if (facts.status !== "draft")
    return refuse("refused", `T-${number} is filed already; a bundle is of drafts.`);
  if (bundleId === null) return done(null);
  return refuse("refused", `T-${number} is in a bundle already; take it out of that first.`);
}

async function putIn(
  tx: Tx,
  actor: Actor,
  ticket: HeldTicket,
  bundle: { id: number; title: string },
): Promise<void> {
  await tx.ticket.update({
    where: { id: ticket.id },
    data: { bundleId: bundle.id, updatedAt: now(), version: { increment: 1 } },
    select: { id: true },
  });
  await recordOn(tx, actor, ticket, {
    type: "ticket.bundled",
    data: { bundle: bundle.id, title: bundle.title },
  });
}
