import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-field";
import { Section } from "@/components/ui/section";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import type { BesideRow } from "@/lib/meetings/minutes-beside-facts";
import { writeNoteAction } from "../actions";

interface Props {
  date: string;
  notes: BesideRow["notes"];
  items: readonly { id: number; title: string }[];
  kept?: string | string[];
}

/** The preface and the notes that the secretary sets beside the record, while it is a draft. */
export async function EditNotes({ date, notes, items, kept }: Props) {
  const noted = new Set(notes.map(({ itemId }) => itemId));
  const places = [{ id: null, title: "Ahead of everything, as the preface" }, ...items].filter(
    ({ id }) => !noted.has(id),
  );
  return (
    <div className="no-print">
      <Section title="Preface and notes" id="notes">
        <p className="meta">
          The record stays as it was written down; what you say beside it is marked as yours. Lines are
          changed or struck in the <a href={`/meetings/${date}/session`}>session</a>.
        </p>
        {notes.map(({ itemId, text, version }) => (
          <ActionForm
            key={itemId ?? 0}
            action={writeNoteAction}
            submissionKey={newSubmissionKey()}
            label={titleOf(itemId, items)}
            folded={titleOf(itemId, items)}
          >
            <HiddenField name="date" value={date} />
            <HiddenField name="itemId" value={itemId ?? ""} />
            <HiddenField name="version" value={version} />
            <TextArea name="text" label="Text" hint="Empty takes it away." rows={4} defaultValue={text} />
            <div className="actions">
              <SubmitButton variant="plain">Save</SubmitButton>
            </div>
          </ActionForm>
        ))}
        {places.length > 0 && (
          <ActionForm
            action={writeNoteAction}
            submissionKey={newSubmissionKey()}
            state={await stateFromKept(kept, "minutes-note")}
            label="Add a note"
            folded="Add a note"
          >
            <HiddenField name="date" value={date} />
            <HiddenField name="version" value={0} />
            <SelectField
              name="itemId"
              label="Where"
              options={places.map(({ id, title }) => ({ value: String(id ?? ""), label: title }))}
            />
            <TextArea name="text" label="Text" rows={4} required />
            <div className="actions">
              <SubmitButton variant="plain">Add it</SubmitButton>
            </div>
          </ActionForm>
        )}
      </Section>
    </div>
  );
}

function titleOf(itemId: number | null, items: Props["items"]): string {
  if (itemId === null) return "Preface";
  return `Note under “${items.find(({ id }) => id === itemId)?.title ?? "an item"}”`;
}
