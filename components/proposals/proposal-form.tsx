import { ActionForm } from "@/components/forms/action-form";
import type { FormAction, FormState } from "@/components/forms/form-state";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea, TextField } from "@/components/forms/text-field";
import type { OwnerChoice } from "@/lib/people/queries";
import { askRows, type FormValues } from "@/lib/proposals/form-values";
import { summaryHelp } from "@/lib/proposals/writing-ui-text";
import { SimilarTitles } from "./similar-titles";
import { AsksFields } from "./writing/asks-fields";
import { FieldHelp } from "./writing/field-help";
import { SectionFields } from "./writing/section-fields";
import { SelfSaving } from "./writing/self-saving";

export interface ProposalFormProps {
  action: FormAction;
  submissionKey: string;
  state: FormState;
  sigs: { handle: string; name: string }[];
  owners: OwnerChoice[];
  mayBeExecutive: boolean;
  /** Who writes. */
  person: number;
  /** What stands in the fields to begin with. */
  values: FormValues;
  /** Under which name the form saves itself. */
  copy: { id: string; copyVersion: number };
  /** The copies that are on the server. */
  known: readonly { id: string; copyVersion: number }[];
  /** The proposal that it changes; absent for a new one. */
  saved?: SavedProposal;
  /** The row of asks that was just added. */
  focusRow?: number;
}

export interface SavedProposal {
  number: number;
  version: number;
  published: boolean;
  /** What it says now: what two authors' texts are compared with. */
  base: FormValues;
}

const spareRows = 2;

/** The one form for writing a proposal, new or again. */
export function ProposalForm(props: ProposalFormProps) {
  const { saved, values, focusRow } = props;
  const filled = Math.max(askRows(values), saved ? 1 : spareRows);
  const rows = Math.max(filled, (focusRow ?? -1) + 1, askRows(props.state.values ?? {}));
  return (
    <ActionForm
      action={props.action}
      submissionKey={props.submissionKey}
      state={props.state}
      label="Proposal"
    >
      <EnterSaves />
      <Head {...props} />
      <AsksFields values={values} owners={props.owners} rows={rows} focusRow={focusRow} />
      <SectionFields values={values} />
      {saved?.published && (
        <TextField
          name="reason"
          label="Why it changes"
          hint="Readers see it with the new revision, such as “answers question 2”."
          defaultValue={values.reason}
          maxLength={500}
          required
        />
      )}
      <SelfSaving
        person={props.person}
        copy={props.copy.id}
        copyVersion={props.copy.copyVersion}
        number={saved?.number}
        version={saved?.version}
        base={saved && JSON.stringify(saved.base)}
        known={props.known}
      />
      <div className="actions">
        <SubmitButton>{saved?.published ? "Publish this revision" : "Save draft"}</SubmitButton>
        <SubmitButton name="intent" value="preview" variant="plain" pendingLabel="Preparing …">
          Preview
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

/** The Enter key presses a form's first button, which is not to be the one that adds a row. */
function EnterSaves() {
  return <button type="submit" className="sr-only" tabIndex={-1} aria-hidden="true" />;
}

/** What stands above the asks. */
function Head({ values, sigs, mayBeExecutive, saved }: ProposalFormProps) {
  return (
    <>
      <TextField
        name="title"
        label="Title"
        hint="What you want to be true, in one line."
        defaultValue={values.title}
        maxLength={200}
        required
      />
      <SimilarTitles except={saved?.number} />
      <span id="summary" />
      <TextArea
        name="summary"
        label="Summary"
        hint="Two or three sentences for somebody who has never heard of it. Needed before you publish."
        defaultValue={values.summary}
        rows={3}
      />
      <FieldHelp of="Summary" help={summaryHelp} />
      <SelectField
        name="sig"
        label="SIG"
        hint="The group that stands behind it."
        defaultValue={values.sig}
        options={[
          { value: "", label: "None yet" },
          ...sigs.map(({ handle, name }) => ({ value: handle, label: name })),
        ]}
      />
      {mayBeExecutive && !saved && (
        <SelectField
          name="visibility"
          label="Who may read it"
          defaultValue={values.visibility}
          options={[
            { value: "public", label: "Everybody, once it is published" },
            { value: "executive", label: "The board only (executive session)" },
          ]}
        />
      )}
    </>
  );
}
