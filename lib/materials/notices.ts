import { type Notice, type NoticeTable, people, type ToldEvent, textOf } from "../notifications/notice";

/**
 * Whom materials tell: the authors, of what somebody else did; the directors only while the proposal stands on an agenda
 * or before them, for then it is their pre-read.
 */
export const materialNotices: NoticeTable = {
  "material.added": say((what, { actor }) => `${actor.name} added ${what}`),
  "material.changed": say(
    (what, { actor }) => `${actor.name} says that ${what} has changed since it was pinned`,
  ),
  "material.removed": say((what, { actor }) => `${actor.name} removed ${what}`),
};

function say(words: (what: string, event: ToldEvent) => string): (event: ToldEvent) => Notice[] {
  return (event) => {
    const { proposal, data } = event;
    if (!proposal) return [];
    const isPreread = proposal.status === "scheduled" || proposal.status === "under_review";
    const name = `#${proposal.number} ${proposal.title}`;
    return [
      {
        to: [
          ...people(proposal.authorId, ...proposal.coAuthorIds),
          ...(isPreread ? [{ part: "directors" } as const] : []),
        ],
        sentence: `${words(`“${textOf(data, "title")}”`, event)} on ${name}.`,
        href: `/proposals/${proposal.number}/materials#material-${textOf(data, "number")}`,
      },
    ];
  };
}
