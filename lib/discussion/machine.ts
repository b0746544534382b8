import { isOfficer, isPerson } from "../workflow/actor";
import { type By, defineMachine, type Facts } from "../workflow/machine";
import { hasGivenTheirs, isAsker, mayAnswer, mayConclude, mayWithdraw, type QuestionParties } from "./policy";
import { questionLabels } from "./ui-text";

export type QuestionStatus = "open" | "answered" | "withdrawn" | "unanswered";

/** What a move of a question is weighed on. */
export type QuestionFacts = Facts<QuestionStatus> &
  QuestionParties & {
    /** The asker has said that this answers it. */
    isAccepted: boolean;
    /** Its proposal is being taken apart: what is open is accounted for there. */
    isBeingSplit?: boolean;
  };

export type QuestionMove =
  | "answer"
  | "conclude"
  | "accept"
  | "withdraw"
  | "leave_unanswered"
  | "reopen"
  | "settle"
  | "unsettle";

const answerers: By<QuestionFacts> = {
  who: "who owes the answer and has not given theirs, the authors of what it is about or the officers",
  may: (actor, question) => mayAnswer(actor, question) && !hasGivenTheirs(actor, question),
};
const concluders: By<QuestionFacts> = {
  who: "who asked it of a role, the chair or the secretary",
  may: mayConclude,
};
const askerOrOfficers: By<QuestionFacts> = {
  who: "who asked it, the chair or the secretary",
  may: mayWithdraw,
};
const asker: By<QuestionFacts> = { who: "who asked it", may: isAsker };
/** Whoever takes the proposal apart answers in its split for all that is open. */
const splitter: By<QuestionFacts> = {
  who: "the requester, in the split of the proposal",
  may: (actor, question) =>
    question.isBeingSplit === true && (isPerson(actor, question.authorId) || isOfficer(actor)),
};
/** A meeting that ends leaves what it did not answer. */
const officers: By<QuestionFacts> = { who: "the chair or the secretary", may: isOfficer };

function isUnheard({ answeredIds }: QuestionFacts): string | undefined {
  return answeredIds.length === 0 ? "Nobody has answered it yet." : undefined;
}

function isAlreadyAccepted({ isAccepted }: QuestionFacts): string | undefined {
  return isAccepted ? "The answer is accepted already." : undefined;
}

/** A question is owed until it is answered or taken back; a meeting may leave it unanswered, on the record. */
export const questionMachine = defineMachine<QuestionStatus, QuestionFacts, QuestionMove>({
  subject: "question",
  initial: "open",
  statuses: questionLabels,
  moves: {
    answer: {
      label: "Answer",
      from: ["open", "unanswered"],
      to: "answered",
      by: answerers,
      records: "question.answered",
    },
    conclude: {
      label: "Enough answers",
      from: ["open", "unanswered"],
      to: "answered",
      by: concluders,
      unless: [isUnheard],
      records: "question.concluded",
      needs: "an answer of somebody who holds the role",
    },
    accept: {
      label: "Accept the answer",
      from: ["answered"],
      to: "answered",
      by: asker,
      unless: [isAlreadyAccepted],
      records: "question.accepted",
    },
    withdraw: {
      label: "Take back",
      from: ["open"],
      to: "withdrawn",
      by: askerOrOfficers,
      records: "question.withdrawn",
    },
    leave_unanswered: {
      label: "Leave unanswered",
      from: ["open"],
      to: "unanswered",
      by: officers,
      records: "question.left_unanswered",
      needs: "a meeting that ends",
    },
    reopen: {
      label: "Open again",
      from: ["answered"],
      to: "open",
      by: asker,
      records: "question.reopened",
      needs: "what is still missing",
    },
    settle: {
      label: "Answer in the split",
      from: ["open", "unanswered"],
      to: "answered",
      by: splitter,
      records: "question.answered",
      needs: "the answer, in the split",
    },
    unsettle: {
      label: "Take the answer back",
      from: ["answered"],
      to: "open",
      by: splitter,
      records: "question.reopened",
      needs: "a split that is not confirmed",
    },
  },
});
