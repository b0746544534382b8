import { type Actor, isOfficer, isPerson, readsExecutive } from "../workflow/actor";
import { defineMachine, type Facts } from "../workflow/machine";
import type { MinutesStatus } from "./machine";
import { minutesCommentLabels } from "./minutes-ui-text";

export type MinutesCommentStatus = keyof typeof minutesCommentLabels;

/** What a move of a comment on a draft of the minutes is weighed on. */
export interface MinutesCommentFacts extends Facts<MinutesCommentStatus> {
  authorId: number;
  minutesStatus: MinutesStatus;
}

export const minutesCommentMachine = defineMachine({
  subject: "minutes_comment",
  initial: "open",
  statuses: minutesCommentLabels,
  moves: {
    resolve: {
      label: "Resolve",
      from: ["open"],
      to: "resolved",
      by: {
        who: "the chair, the secretary, or who wrote it",
        may: (actor: Actor, { authorId }: MinutesCommentFacts) =>
          isOfficer(actor) || isPerson(actor, authorId),
      },
      records: "minutes_comment.resolved",
    },
    reopen: {
      label: "Open again",
      from: ["resolved"],
      to: "open",
      by: { who: "the board and its officers", may: readsExecutive },
      unless: [published],
      records: "minutes_comment.reopened",
    },
  },
} as const satisfies Parameters<typeof defineMachine<MinutesCommentStatus, MinutesCommentFacts, string>>[0]);
export type MinutesCommentMove = keyof typeof minutesCommentMachine.moves;

function published({ minutesStatus }: MinutesCommentFacts): string | undefined {
  return minutesStatus === "published"
    ? "The minutes are published; what they say is corrected by an amendment."
    : undefined;
}
