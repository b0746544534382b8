import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { cancelMeeting } from "@/lib/meetings/commands/cancel-meeting";
import { publishAgenda } from "@/lib/meetings/commands/publish-agenda";
import { closeWithoutFollowUp } from "@/lib/proposals/commands/close-without-follow-up";
import { withdrawProposal } from "@/lib/proposals/commands/withdraw-proposal";
import type { Result } from "@/lib/result";
import { aMeeting, inDays, meetingVersionOf } from "../../factories/meetings";
import { theBoard } from "../../factories/people";
import { aProposal, versionOf } from "../../factories/proposals";

let board: Awaited<ReturnType<typeof theBoard>>;
beforeAll(async () => {
  board = await theBoard();
});

const reason = "There is a better way.";

async function aProposalToClose() {
  const { number, author } = await aProposal().inDiscussion();
  return { author, input: { number, version: await versionOf(number), reason } };
}

async function aMeetingOn(date: string) {
  await aMeeting({ by: board.secretary, date }).planned();
  return { date, version: await meetingVersionOf(date) };
}

/** Something that is ready for a move, and the move as somebody who looks at it now would send it. */
const moves: [name: string, event: string, ready: () => Promise<() => Promise<Result<unknown>>>][] = [
  [
    "withdrawing a proposal",
    "proposal.withdrawn",
    async () => {
      const { author, input } = await aProposalToClose();
      return () => withdrawProposal(author, input);
    },
  ],
  [
    "closing a proposal without follow-up",
    "proposal.closed_without_follow_up",
    async () => {
      const { input } = await aProposalToClose();
      return () => closeWithoutFollowUp(board.chair, input);
    },
  ],
  [
    "publishing an agenda",
    "meeting.published",
    async () => {
      const input = await aMeetingOn(inDays(70));
      return () => publishAgenda(board.secretary, input);
    },
  ],
  [
    "cancelling a meeting",
    "meeting.cancelled",
    async () => {
      const input = await aMeetingOn(inDays(77));
      return () => cancelMeeting(board.secretary, { ...input, reason });
    },
  ],
];

describe("by two at once", () => {
  it.each(moves)("%s happens once, and the other is told in a sentence", async (_name, event, ready) => {
    const move = await ready();
    const results = await Promise.all([move(), move()]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.find((result) => !result.ok)).toMatchObject({
      refusal: { code: expect.stringMatching(/^(conflict|refused)$/), message: expect.stringMatching(/\.$/) },
    });
    expect(await db.event.count({ where: { type: event } })).toBe(1);
  });
});
