import { listTickets } from "../tickets/list-queries";
import { destinationLabels, statusLabels } from "../tickets/ui-text";
import { thePublic } from "../workflow/actor";
import { entriesInFeed, type FeedShown } from "./atom";

/** The tickets that changed last, one entry each, as everybody may see them. */
export async function findTicketsFeed(): Promise<FeedShown> {
  const { items } = await listTickets(thePublic, {}, undefined, entriesInFeed);
  return {
    ...{ page: "/tickets", path: "/tickets.atom", title: "Streamboard: tickets" },
    subtitle: "What is being done, by its last change.",
    entries: items.map(({ number, title, status, destination, owner, proposal, updatedAt }) => ({
      id: `/tickets/${number}`,
      page: `/tickets/${number}`,
      title: `T-${number} ${title} (${statusLabels[status]})`,
      who: owner?.name ?? "The portal",
      at: updatedAt,
      text: proposal
        ? `${destinationLabels[destination]}, for #${proposal.number} ${proposal.title}`
        : destinationLabels[destination],
    })),
  };
}
