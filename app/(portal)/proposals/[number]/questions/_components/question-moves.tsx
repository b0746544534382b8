import type { ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import type { FormAction } from "@/components/forms/form-state";
import { TextArea, TextField } from "@/components/forms/text-field";
import { Disclosure } from "@/components/ui/disclosure";
import type { QuestionMove } from "@/lib/discussion/machine";
import type { QuestionLine } from "@/lib/discussion/queries";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import { answerQuestionAction, reopenQuestionAction, withdrawQuestionAction } from "../../discussion-actions";

interface Offer {
  action: FormAction;
  /** The form's name before the question's number. */
  form: string;
  field: ReactNode;
}

/** Leaving a question unanswered is done where a meeting ends, so it is not offered here. */
const offers: Partial<Record<QuestionMove, Offer>> = {
  answer: {
    action: answerQuestionAction,
    form: "answer",
    field: (
      <TextArea
        name="markdown"
        label="Answer"
        hint="It becomes a comment in the discussion."
        rows={4}
        required
      />
    ),
  },
  withdraw: {
    action: withdrawQuestionAction,
    form: "withdraw",
    field: <TextField name="reason" label="Why" required={false} maxLength={1000} />,
  },
  reopen: {
    action: reopenQuestionAction,
    form: "reopen",
    field: <TextField name="reason" label="What the answer leaves open" required maxLength={1000} />,
  },
};

interface Props {
  proposal: number;
  question: QuestionLine;
  kept?: string | string[];
}

export function QuestionMoves({ proposal, question, kept }: Props) {
  return question.moves.map((move) => {
    const offer = offers[move.name as QuestionMove]; // names come from the question's machine
    return offer && <MoveForm key={move.name} label={move.label} {...{ offer, proposal, question, kept }} />;
  });
}

async function MoveForm({ label, offer, proposal, question, kept }: Props & { label: string; offer: Offer }) {
  const state = await stateFromKept(kept, `${offer.form}-${question.number}`);
  return (
    <Disclosure summary={label} open={state.status !== "idle"}>
      <ActionForm
        action={offer.action}
        submissionKey={newSubmissionKey()}
        state={state}
        submitLabel={label}
        label={`${label}: question ${question.number}`}
      >
        <HiddenField name="proposal" value={proposal} />
        <HiddenField name="question" value={question.number} />
        <HiddenField name="version" value={question.version} />
        {offer.field}
      </ActionForm>
    </Disclosure>
  );
}
