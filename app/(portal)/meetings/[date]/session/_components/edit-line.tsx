import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea, TextField } from "@/components/forms/text-field";
import { Section } from "@/components/ui/section";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import { isOwnerless } from "@/lib/meetings/action-line";
import { typedOf } from "@/lib/meetings/line-syntax";
import type { LineRow } from "@/lib/meetings/session-row";
import { assignActionAction, editLineAction, strikeLineAction, ticketOfLineAction } from "../actions";

interface Props {
  date: string;
  line: LineRow;
  /** Then its split accounts for an ACTION. */
  hasProposal: boolean;
  kept?: string | string[];
}

/** A line is changed as it is typed, or struck; what it said before stays readable. */
export async function EditLine({ date, line, hasProposal, kept }: Props) {
  const owner = line.owner
    ? line.owner.kind === "person"
      ? `@${line.owner.handle}`
      : line.owner.handle
    : "";
  const becomesTicket =
    line.kind === "action" && !line.struck && !hasProposal && line.owner && !line.ticketNumber;
  return (
    <Section title="Change the line" id="edit">
      {!line.struck && (
        <ActionForm
          action={editLineAction}
          submissionKey={newSubmissionKey()}
          state={await stateFromKept(kept, "edit-line")}
          label="Change the line"
        >
          <Of date={date} line={line} />
          <TextArea name="typed" label="Line" rows={3} defaultValue={typedOf({ ...line, owner })} required />
          <div className="actions">
            <SubmitButton>Save the line</SubmitButton>
            <a href={`/meetings/${date}/session?item=${line.itemId}#line-${line.id}`}>Leave it as it is</a>
          </div>
        </ActionForm>
      )}
      {isOwnerless(line) && !line.struck && <AssignOwner date={date} line={line} />}
      <div className="actions">
        <ActionForm action={strikeLineAction} submissionKey={newSubmissionKey()} label="Strike the line">
          <Of date={date} line={line} />
          <HiddenField name="strike" value={line.struck ? "no" : "yes"} />
          <SubmitButton variant="plain">{line.struck ? "Put it back" : "Strike it"}</SubmitButton>
        </ActionForm>
        {becomesTicket && (
          <ActionForm action={ticketOfLineAction} submissionKey={newSubmissionKey()} label="Make a ticket">
            <HiddenField name="date" value={date} />
            <HiddenField name="lineId" value={line.id} />
            <SubmitButton variant="plain">Make a draft ticket of it</SubmitButton>
          </ActionForm>
        )}
      </div>
      {line.kind === "action" && hasProposal && (
        <p className="hint">Its proposal’s split accounts for this ACTION: it becomes a ticket there.</p>
      )}
    </Section>
  );
}

function Of({ date, line }: Pick<Props, "date" | "line">) {
  return (
    <>
      <HiddenField name="date" value={date} />
      <HiddenField name="lineId" value={line.id} />
      <HiddenField name="revision" value={line.revision} />
    </>
  );
}

function AssignOwner({ date, line }: Pick<Props, "date" | "line">) {
  return (
    <ActionForm action={assignActionAction} submissionKey={newSubmissionKey()} label="Owner of the ACTION">
      <HiddenField name="date" value={date} />
      <HiddenField name="lineId" value={line.id} />
      <div className="pair">
        <TextField
          name="owner"
          label="Owner"
          hint="@ada, or a body such as infra."
          autoComplete="off"
          required
        />
        <TextField name="dueOn" label="Due" type="date" defaultValue={line.dueOn ?? ""} />
      </div>
      <div className="actions">
        <SubmitButton variant="plain">Save the owner</SubmitButton>
      </div>
    </ActionForm>
  );
}
