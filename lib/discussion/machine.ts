import { isOfficer } from "../workflow/actor";
import { type By, defineMachine, type Facts } from "../workflow/machine";
import { isAsker, mayAnswer, mayWithdraw, type QuestionParties } from "./policy";
import { questionLabels } from "./ui-text";

export type QuestionStatus = "open" | "answered" | "withdrawn" | "unanswered";

/** What a move of a question is weighed on. */
export type QuestionFacts = Facts<QuestionStatus> & QuestionParties;

export type QuestionMove = "answer" | "withdraw" | "leave_unanswered" | "reopen";

const answerers: By<QuestionFacts> = {
  who: "who owes the answer, the author of the proposal or the officers",
  may: mayAnswer,
};
const askerOrOfficers: By<QuestionFacts> = {
  who: "who asked it, the chair or the secretary",
  may: mayWithdraw,
};
const asker: By<QuestionFacts> = { who: "who asked it", may: isAsker };
/** A meeting that ends leaves what it did not answer. */
const officers: By<QuestionFacts> = { who: "the chair or the secretary", may: isOfficer };

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
  },
});
