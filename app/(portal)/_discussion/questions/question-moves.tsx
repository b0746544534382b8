import type { ReactNode } from "react";
import { SubjectField } from "@/components/discussion/subject-field";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import type { FormAction } from "@/components/forms/form-state";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import type { QuestionMove } from "@/lib/discussion/machine";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import {
  acceptAnswerAction,
  answerQuestionAction,
  concludeQuestionAction,
  reopenQuestionAction,
  withdrawQuestionAction,
} from "../actions";
import { AnswerFields, TooLateFields } from "./answer-fields";
import { FormDisclosure } from "./form-disclosure";
import type { QuestionProps } from "./question-item";

interface Offer {
  action: FormAction;
  fields: (label: string, revision: number | undefined) => ReactNode;
}

/** Leaving a question unanswered is done where a meeting ends, so it is not offered here. */
const offers: Partial<Record<QuestionMove, Offer>> = {
  answer: {
    action: answerQuestionAction,
    fields: (label, revision) => <AnswerFields label={label} revision={revision} />,
  },
  conclude: { action: concludeQuestionAction, fields: justSend },
  accept: { action: acceptAnswerAction, fields: justSend },
  withdraw: {
    action: withdrawQuestionAction,
    fields: (label) =>
      behind(label, <TextField name="reason" label="Why" required={false} maxLength={1000} />),
  },
  reopen: {
    action: reopenQuestionAction,
    fields: (label) =>
      behind(
        label,
        <TextField name="reason" label="What the answer leaves open" required maxLength={1000} />,
      ),
  },
};

function justSend(label: string): ReactNode {
  return <SubmitButton variant="plain">{label}</SubmitButton>;
}

function behind(label: string, field: ReactNode): ReactNode {
  return (
    <FormDisclosure summary={label}>
      {field}
      <div className="actions">
        <SubmitButton>{label}</SubmitButton>
      </div>
    </FormDisclosure>
  );
}

/** The moves that are this reader's, each a form; one that waits for something says for what. */
export function QuestionMoves(props: QuestionProps) {
  const { question, revision, signedIn } = props;
  const { moves } = question;
  const forms = moves.map(({ name, label, refusal }) => {
    const offer = offers[name as QuestionMove]; // names come from the question's machine
    if (!offer || refusal) return null;
    return (
      <MoveForm key={name} name={name} label={label} action={offer.action} {...props}>
        {offer.fields(label, revision)}
      </MoveForm>
    );
  });
  const mayAnswer = moves.some(({ name }) => name === "answer");
  // Stands where the answer's form stood, so that an answer that came too late comes back to who typed it.
  const tooLate = signedIn && !mayAnswer && (
    <MoveForm key="answer" name="answer" action={answerQuestionAction} {...props}>
      <TooLateFields />
    </MoveForm>
  );
  return [...forms, tooLate];
}

interface MoveFormProps extends QuestionProps {
  name: string;
  label?: string;
  action: FormAction;
  children: ReactNode;
}

async function MoveForm({ name, label, action, on, question, kept, children }: MoveFormProps) {
  return (
    <ActionForm
      action={action}
      submissionKey={newSubmissionKey()}
      state={await stateFromKept(kept, `${name}-${question.number}`)}
      className="q-move"
      {...(label && { label: `${label}: question ${question.number}` })}
    >
      <SubjectField on={on} />
      <HiddenField name="question" value={question.number} />
      <HiddenField name="version" value={question.version} />
      {children}
    </ActionForm>
  );
}
