import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import type { FormAction } from "@/components/forms/form-state";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { Disclosure } from "@/components/ui/disclosure";
import { Time } from "@/components/ui/time";
import { actionHead, isOwnerless, type LineKind, lineLabels } from "@/lib/meetings/action-line";
import type { LineRow } from "@/lib/meetings/session-row";

export interface AssignForm {
  action: FormAction;
  submissionKey: string;
  date: string;
}

const loud: ReadonlySet<LineKind> = new Set(["agreed", "action", "motion", "vote"]);

/** What was written down, in order; an ACTION that nobody owns says so, and can be given an owner. */
export function SessionLines({ lines, assign }: { lines: readonly LineRow[]; assign: AssignForm | null }) {
  return (
    <ol className="said">
      {lines.map((line) => (
        <li key={line.id} id={`line-${line.id}`} className={loud.has(line.kind) ? "loud" : undefined}>
          <p className="meta">
            <b>{lineLabels[line.kind]}</b>
            {line.questionNumber !== null && ` ${line.questionNumber}`} · <Time at={line.at} format="time" />{" "}
            · {line.by}
          </p>
          <p dir="auto">
            {line.kind === "action" && <b>{actionHead(line)}</b>}
            {line.text}
          </p>
          {isOwnerless(line) && (
            <p className="meta">Nobody owns this ACTION yet; the minutes will ask for a name.</p>
          )}
          {isOwnerless(line) && assign && <AssignOwner line={line} {...assign} />}
        </li>
      ))}
    </ol>
  );
}

function AssignOwner({ line, action, submissionKey, date }: AssignForm & { line: LineRow }) {
  return (
    <Disclosure summary="Name an owner">
      <ActionForm
        action={action}
        submissionKey={`${submissionKey}-${line.id}`}
        label={`Owner of the ACTION “${line.text.slice(0, 40)}”`}
      >
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
    </Disclosure>
  );
}
