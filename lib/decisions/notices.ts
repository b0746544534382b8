import { type NoticeTable, people, textOf } from "../notifications/notice";

/** "Redirected" is never said as an approval (DOMAIN 4). */
const outcomes: Readonly<Record<string, string>> = {
  approved: "The board approved",
  redirected: "The board redirected",
  declined: "The board declined",
  needs_info: "The board needs more information on",
  deferred: "The board deferred",
  no_decision: "The board took no decision on",
};

/** The authors hear what the board decided. */
export const decisionNotices: NoticeTable = {
  "decision.recorded": ({ proposal, data }) => {
    if (!proposal) return [];
    const did = outcomes[textOf(data, "outcome")] ?? "The board recorded a decision on";
    const sentence = `${did} #${proposal.number} ${proposal.title}.`;
    return [
      {
        to: people(proposal.authorId, ...proposal.coAuthorIds),
        sentence,
        href: `/proposals/${proposal.number}/board`,
      },
    ];
  },
};
