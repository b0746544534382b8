import { listProposals } from "../proposals/list-queries";
import { findProposalHead } from "../proposals/queries";
import { statusText } from "../proposals/ui-text";
import { thePublic } from "../workflow/actor";
import { listHistory } from "../workflow/queries";
import { entriesInFeed, type FeedShown } from "./atom";

/** The proposals that changed last, one entry each, as everybody may see them. */
export async function findProposalsFeed(): Promise<FeedShown> {
  const { items } = await listProposals(thePublic, {}, undefined, entriesInFeed);
  return {
    ...{ page: "/proposals", path: "/proposals.atom", title: "Streamboard: proposals" },
    subtitle: "What is proposed, by its last change.",
    entries: items.map((line) => ({
      id: `/proposals/${line.number}`,
      page: `/proposals/${line.number}`,
      title: `#${line.number} ${line.title} (${statusText(line).label})`,
      who: line.author,
      at: line.updatedAt,
      publishedAt: line.publishedAt,
      text: line.summary,
    })),
  };
}

/** What happened to one proposal, the last fifty; null where there is none for everybody. */
export async function findProposalFeed(number: number): Promise<FeedShown | null> {
  const head = await findProposalHead(thePublic, number);
  if (!head) return null;
  const { entries } = await listHistory(thePublic, { proposalId: head.id });
  const page = `/proposals/${number}`;
  return {
    ...{ page, path: `${page}.atom`, title: `#${number} ${head.title}`, subtitle: head.summary },
    ...(entries.length === 0 && { changedAt: new Date(head.publishedAt ?? head.createdAt) }),
    entries: entries.map(({ id, at, who, sentence, why }) => ({
      id: `${page}#event-${id}`,
      page: `${page}/history`,
      title: `${who} ${sentence}`,
      ...{ who, at },
      ...(why && { text: why }),
    })),
  };
}
