import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import { SubmitButton } from "@/components/forms/submit-button";
import { newSubmissionKey } from "@/lib/form-action";
import { type Mark, ownMark, type ReadThing } from "@/lib/materials/preread";
import { markReadAction } from "../actions";

interface Props {
  proposal: number;
  /** Number of the material; without it the proposal's text is meant. */
  material?: number;
  personId: number;
  marks: readonly Mark[];
  thing: ReadThing;
  name: string;
}

const labels = { none: "Mark as read", earlier: "Mark as read again", current: "Take my mark back" } as const;

/** The reader's own mark: what they can do with it. */
export function MarkForm({ proposal, material, personId, marks, thing, name }: Props) {
  const own = ownMark(personId, marks, thing);
  return (
    <ActionForm
      action={markReadAction}
      submissionKey={newSubmissionKey()}
      className="moves"
      label={`My pre-read mark on ${name}`}
    >
      <HiddenField name="proposal" value={proposal} />
      {material && <HiddenField name="material" value={material} />}
      {own === "current" && <HiddenField name="take" value="back" />}
      <SubmitButton variant={own === "current" ? "quiet" : "plain"} size="small">
        {labels[own]}
      </SubmitButton>
    </ActionForm>
  );
}
