import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea, TextField } from "@/components/forms/text-field";
import { FormDisclosure, IfRefused } from "./form-disclosure";

/** An answer, written here or already said; once it was refused, also a way to say it all the same. */
export function AnswerFields({ label, revision }: { label: string; revision: number | undefined }) {
  return (
    <FormDisclosure summary={label}>
      <AnswerText />
      <FormDisclosure summary="Or point to where it is said">
        {revision !== undefined && (
          <TextField
            name="revision"
            label="Revision of the proposal"
            hint={`Its number; the newest is ${revision}. An answer in words may stand beside it.`}
            inputMode="numeric"
            autoComplete="off"
            required={false}
            maxLength={9}
          />
        )}
        <TextField
          name="comment"
          label="Comment of the discussion"
          hint="Its link or its number, in place of a new answer."
          autoComplete="off"
          required={false}
          maxLength={300}
        />
      </FormDisclosure>
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
      required
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
