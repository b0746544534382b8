import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea, TextField } from "@/components/forms/text-field";
import { FormDisclosure, IfRefused } from "./form-disclosure";

/** An answer, written here or already said; once it was refused, also a way to say it all the same. */
export function AnswerFields({ label, revision }: { label: string; revision: number }) {
  return (
    <FormDisclosure summary={label}>
      <AnswerText />
      <TextField
        name="revision"
        label="A revision that answers it"
        hint={`Its number; the newest is ${revision}.`}
        inputMode="numeric"
        autoComplete="off"
        required={false}
        maxLength={9}
      />
      <TextField
        name="comment"
        label="A comment that answers it already"
        hint="Its link or its number, instead of a new answer."
        autoComplete="off"
        required={false}
        maxLength={300}
      />
      <div className="actions">
        <SubmitButton>{label}</SubmitButton>
        <IfRefused>
          <PlainComment />
        </IfRefused>
      </div>
    </FormDisclosure>
  );
}

/** Where the question can no longer be answered, what was typed for it is not lost. */
export function TooLateFields() {
  return (
    <IfRefused>
      <AnswerText />
      <div className="actions">
        <PlainComment />
      </div>
    </IfRefused>
  );
}

function AnswerText() {
  return (
    <TextArea
      name="markdown"
      label="Answer"
      hint="It becomes a comment in the discussion."
      rows={4}
      required={false}
    />
  );
}

function PlainComment() {
  return (
    <SubmitButton variant="plain" name="instead" value="comment">
      Post it as a plain comment
    </SubmitButton>
  );
}
