import { type Audience, either, own } from "./audience";
import { board, infraTeam, operators } from "./audiences";

/**
 * What is not for everybody, and who finds it: for all others it is not there, in what is read by its address as in lists,
 * searches, histories and exports (DOMAIN 5 and 6). tests/integration/permissions/hidden.test.ts asks every query.
 */
export const hidden = {
  draft: {
    what: "A proposal that is a draft",
    who: { says: "its requester and co-authors", may: ["requester", "coAuthor"], own: [] },
  },
  executiveProposal: {
    what: "An executive proposal with all that belongs to it: text, asks, discussion, materials, time in meetings, tickets",
    who: { ...board, says: `${board.says}; its authors are some of them` },
  },
  boardComment: { what: "A comment for the board only, on a proposal that everybody reads", who: board },
  executiveItem: {
    what: "An executive item on an agenda",
    who: either(board, own("who presents it and who wrote its proposal")),
  },
  executiveRecord: {
    what: "What was said about it in the meeting, what was moved, and what was decided",
    who: board,
  },
  controllers: {
    what: "How the controller of a region’s host is reached",
    who: either(operators, infraTeam),
  },
} as const satisfies Readonly<Record<string, { what: string; who: Audience }>>;

export type Hidden = keyof typeof hidden;
