import { listAllDecisions } from "../decisions/queries";
import { outcomeLabels } from "../decisions/ui-text";
import { thePublic } from "../workflow/actor";
import { entriesInFeed, type FeedShown } from "./atom";

/** The board's latest decisions, as everybody may see them. */
export async function findDecisionsFeed(): Promise<FeedShown> {
  const { items } = await listAllDecisions(thePublic, {}, entriesInFeed);
  return {
    ...{ page: "/decisions", path: "/decisions.atom", title: "Streamboard: decisions" },
    subtitle: "What the board decided.",
    entries: items.map(({ id, outcome, proposal, ticket, text, recordedBy, decidedAt, corrects }) => ({
      id: `/decisions/${id}`,
      page: `/decisions/${id}`,
      title: [
        outcomeLabels[outcome],
        ...(proposal ? [`#${proposal.number} ${proposal.title}`] : []),
        ...(ticket ? [`T-${ticket.number} ${ticket.title}`] : []),
        ...(corrects ? [`corrects decision ${corrects}`] : []),
      ].join(": "),
      who: recordedBy,
      at: new Date(decidedAt),
      text,
    })),
  };
}
