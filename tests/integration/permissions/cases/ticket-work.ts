import { db } from "@/lib/db/client";
import { bundleTickets } from "@/lib/tickets/commands/bundle-tickets";
import { createTicket } from "@/lib/tickets/commands/create-ticket";
import { markFollowUp } from "@/lib/tickets/commands/mark-follow-up";
import { saveView } from "@/lib/tickets/commands/save-view";
import { createTicketInput } from "@/lib/tickets/schema";
import { aCastProposal, type Cast } from "../../../factories/cast";
import { aComment } from "../../../factories/discussion";
import { anImportedTicket } from "../../../factories/imported-split";
import { aPerson } from "../../../factories/people";
import { expectDone } from "../../../factories/proposals";
import { aLoneTicket, aProject } from "../../../factories/tickets";
import type { Attempt, Cases } from "../case";

const title = "What comes first";

/** Two drafts of the requester's, to the infra team; or owned by somebody without a role. */
async function two({ requester }: Cast, owner?: string): Promise<number[]> {
  const content = owner ? { owner } : undefined;
  return [await aLoneTicket(requester, content), await aLoneTicket(requester, content)];
}

async function bundle(cast: Cast): Promise<Attempt> {
  const tickets = await two(cast);
  const made = expectDone(await bundleTickets(cast.requester, { title, tickets }));
  return { at: { bundle: made.bundle } };
}

/** Two drafts of an imported thread, both made by the secretary: the chair stands in for whoever wrote the thread. */
async function importedBundle({ secretary, chair }: Cast): Promise<Attempt> {
  const first = await anImportedTicket({ chair, secretary });
  const { proposal } = await db.ticket.findUniqueOrThrow({
    where: { number: first },
    select: { proposal: { select: { number: true } } },
  });
  const input = createTicketInput.parse({ ...aProject, proposal: proposal?.number });
  const { number: second } = expectDone(await createTicket(secretary, input));
  const made = expectDone(await bundleTickets(secretary, { title, tickets: [first, second] }));
  return { at: { bundle: made.bundle }, by: chair };
}

async function aView({ somebody }: Cast): Promise<Attempt> {
  expectDone(await saveView(somebody, { name: `Mine ${Date.now()}`, query: "owner=me" }));
  const { id } = await db.ticketView.findFirstOrThrow({ orderBy: { id: "desc" } });
  return { at: { view: id }, by: somebody };
}

async function promised(cast: Cast): Promise<Attempt> {
  const { number } = await aCastProposal(cast).inDiscussion();
  return { at: { comment: await aComment(cast.somebody, number, "I open a ticket for it.") } };
}

/** Marked by one person, said by another: both may take the mark away. */
async function marked(cast: Cast): Promise<Attempt> {
  const attempt = await promised(cast);
  expectDone(await markFollowUp(await aPerson(), { comment: Number(attempt.at?.comment) }));
  return { ...attempt, by: cast.somebody };
}

export const ticketWorkCases: Cases = {
  "POST /bundles": {
    ready: async (cast) => ({ body: { title, tickets: await two(cast) } }),
    own: async (cast) => ({
      body: { title, tickets: await two(cast, `@${cast.somebody.handle}`) },
      by: cast.somebody,
    }),
  },
  "POST /bundles/{bundle}/file": { ready: bundle, own: importedBundle },
  "GET /ticket-views": { ready: aView, isPrivate: true },
  "POST /ticket-views": {
    ready: async () => ({ body: { name: "Mine, urgent", query: "owner=me" } }),
    again: true,
  },
  "DELETE /ticket-views/{view}": aView,
  "POST /comments/{comment}/promise": promised,
  "DELETE /comments/{comment}/promise": marked,
  "GET /request-types": async () => ({}),
  "GET /request-types/{key}": async () => ({ at: { key: "dns_record" } }),
};
