import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { FileField } from "@/components/materials/file-field";
import { UploadForm } from "@/components/materials/upload-form";
import { Disclosure } from "@/components/ui/disclosure";
import { Section } from "@/components/ui/section";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import { acceptedInWords } from "@/lib/materials/file-kinds";
import { stateOfUpload } from "@/lib/materials/run-upload";
import { materialKinds } from "@/lib/materials/schema";
import { materialHints, materialLabels } from "@/lib/materials/ui-text";
import { addMaterialAction } from "../actions";

interface Props {
  proposal: number;
  /** Nothing is there yet: then the first form stands open. */
  isFirst: boolean;
  kept?: string | string[];
}

const kindOptions = [
  { value: "", label: "Choose what it is" },
  ...materialKinds.map((kind) => ({ value: kind, label: `${materialLabels[kind]}: ${materialHints[kind]}` })),
];

/** A link, or a file. */
export async function AddForms({ proposal, isFirst, kept }: Props) {
  const [link, upload] = await Promise.all([
    stateFromKept(kept, "add-material"),
    stateOfUpload(kept, "attach-file"),
  ]);
  const isUpload = upload.status === "refused";
  const about = (
    <>
      <TextField name="title" label="Title" hint="As it is to be called in the list." required />
      <SelectField name="kind" label="What it is" options={kindOptions} required />
    </>
  );
  return (
    <Section title="Add a material" id="add">
      <Disclosure summary="Add a link" open={!isUpload && (isFirst || link.status === "refused")}>
        <ActionForm
          action={addMaterialAction}
          submissionKey={newSubmissionKey()}
          state={link}
          submitLabel="Add the link"
          label="Add a link"
        >
          <HiddenField name="proposal" value={proposal} />
          {about}
          <TextField name="url" type="url" label="Address" hint="Begins with https://" required />
        </ActionForm>
      </Disclosure>
      <div id="attach-a-file">
        <Disclosure summary="Attach a file" open={isUpload}>
          <UploadForm
            action={`/proposals/${proposal}/materials/upload`}
            submissionKey={newSubmissionKey()}
            state={upload}
            label="Attach a file"
          >
            {about}
            {/* The file last: what stands before it can be read and kept even where it is too large. */}
            <FileField name="file" label="File" hint={`At most 10 MB. ${acceptedInWords}.`} />
            <div className="actions">
              <SubmitButton>Attach the file</SubmitButton>
            </div>
          </UploadForm>
        </Disclosure>
      </div>
    </Section>
  );
}
