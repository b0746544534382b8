import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea, TextField } from "@/components/forms/text-field";
import { FileField } from "@/components/materials/file-field";
import { UploadForm } from "@/components/materials/upload-form";
import { newSubmissionKey } from "@/lib/form-action";
import { acceptedInWords } from "@/lib/materials/file-kinds";
import { stateOfUpload } from "@/lib/materials/run-upload";
import { unprovenCriteria } from "@/lib/region/capability-facts";
import type { CapabilityShown } from "@/lib/region/capability-queries";

interface Props {
  region: string;
  capability: CapabilityShown;
  kept?: string | string[];
}

/** A link, a file, a pasted output or a note, for one criterion. */
export async function GiveEvidence({ region, capability, kept }: Props) {
  const unproven = unprovenCriteria(capability);
  return (
    <section className="give" id="give-evidence" aria-labelledby="give-evidence-title">
      <h3 id="give-evidence-title">Give evidence</h3>
      <p className="hint">
        It counts once an operator who did not give it has accepted it. A link, a file, an output or a note is
        needed; several of them are fine.
      </p>
      <UploadForm
        action={`/region/${region}/${capability.key}/evidence`}
        submissionKey={newSubmissionKey()}
        state={await stateOfUpload(kept, "submit-evidence")}
        label="Give evidence"
      >
        <SelectField
          name="criterion"
          label="What it proves"
          options={capability.criteria.map((criterion) => ({ value: criterion, label: criterion }))}
          defaultValue={unproven[0]}
        />
        <TextField
          name="link"
          label="Link to what shows it"
          hint="A log, a pipeline, published minutes."
          inputMode="url"
          required={false}
        />
        <TextArea name="note" label="What was seen" rows={3} required={false} />
        <TextArea
          name="output"
          label="Output of a command"
          hint="Pasted as it was printed; shown as text. Take out what is secret."
          rows={4}
          className="input code"
          spellCheck={false}
          required={false}
        />
        <FileField name="file" label="File" hint={`Up to 10 MB: ${acceptedInWords}.`} required={false} />
        <TextField
          name="validUntil"
          type="date"
          label="Counts until"
          hint="The last day, where it wears out: certificates, restore drills."
          required={false}
        />
        <div className="actions">
          <SubmitButton>Give the evidence</SubmitButton>
        </div>
      </UploadForm>
    </section>
  );
}
