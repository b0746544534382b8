import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea, TextField } from "@/components/forms/text-field";
import { NamedTicketLink } from "@/components/tickets/named-tickets";
import { Meter } from "@/components/ui/meter";
import { Section } from "@/components/ui/section";
import { now } from "@/lib/clock";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import { isFinished, mayAdjust, mayPlan } from "@/lib/tickets/policy";
import { isPast, quartersFrom, quarterText, slipText } from "@/lib/tickets/quarter";
import type { TicketShown } from "@/lib/tickets/queries";
import type { Actor } from "@/lib/workflow/actor";
import { addPartAction, planAction, removePartAction } from "../../link-actions";

interface Props {
  ticket: TicketShown;
  actor: Actor;
  kept: string | string[] | undefined;
}

/** Of an initiative: when it is planned, how often that slipped, and how far its parts are. */
export function Initiative({ ticket, actor, kept }: Props) {
  if (ticket.destination !== "initiative") return null;
  return (
    <Section title="Initiative" id="initiative">
      <p>{plannedText(ticket)}</p>
      {mayPlan(actor, ticket.facts) && <PlanForm ticket={ticket} kept={kept} />}
      <Parts ticket={ticket} mayChange={mayAdjust(actor, ticket.facts)} kept={kept} />
    </Section>
  );
}

function plannedText({ quarter, slips, status }: TicketShown): string {
  if (!quarter) return "It is not planned for a quarter yet.";
  const late = !isFinished(status) && isPast(quarter, now()) ? " That quarter is over." : "";
  const slipped = slips > 0 ? `; it ${slipText(slips)}` : "";
  return `Planned for ${quarterText(quarter)}${slipped}.${late}`;
}

async function PlanForm({ ticket, kept }: Omit<Props, "actor">) {
  const { number, version, quarter } = ticket;
  const offered = quartersFrom(now());
  const options = quarter && !offered.includes(quarter) ? [quarter, ...offered] : offered;
  return (
    <ActionForm
      action={planAction}
      submissionKey={newSubmissionKey()}
      state={await stateFromKept(kept, "plan")}
      submitLabel="Plan it"
      label="Plan the initiative"
      folded={quarter ? "Plan it for another quarter" : "Plan it for a quarter"}
    >
      <HiddenField name="number" value={number} />
      <HiddenField name="version" value={version} />
      <SelectField
        name="quarter"
        label="Quarter"
        defaultValue={quarter ?? offered[0]}
        options={options.map((value) => ({ value, label: quarterText(value) }))}
        required
      />
      <TextArea
        name="reason"
        label="Why"
        hint="Needed where it slips: later than it was planned."
        rows={2}
        required={false}
      />
    </ActionForm>
  );
}

async function Parts({ ticket, mayChange, kept }: Omit<Props, "actor"> & { mayChange: boolean }) {
  const { number, parts } = ticket;
  const finished = parts.filter(({ status }) => isFinished(status)).length;
  return (
    <>
      {parts.length > 0 && (
        <>
          <h3>Its parts</h3>
          <Meter label={`${finished} of ${parts.length} finished`} value={finished} max={parts.length} />
          <ActionForm
            action={removePartAction}
            submissionKey={newSubmissionKey()}
            className="named-form"
            label="Parts of the initiative"
          >
            <HiddenField name="number" value={number} />
            <ul className="named">
              {parts.map((part) => (
                <li key={part.number}>
                  <NamedTicketLink ticket={part} />
                  {mayChange && (
                    <SubmitButton variant="quiet" size="small" name="part" value={String(part.number)}>
                      Take out<span className="sr-only"> T-{part.number}</span>
                    </SubmitButton>
                  )}
                </li>
              ))}
            </ul>
          </ActionForm>
        </>
      )}
      {mayChange && (
        <ActionForm
          action={addPartAction}
          submissionKey={newSubmissionKey()}
          state={await stateFromKept(kept, "add-part")}
          submitLabel="Put under it"
          label="Add a part"
          folded="Add a part"
        >
          <HiddenField name="number" value={number} />
          <TextField
            name="part"
            label="The ticket"
            hint="Its number, such as T-12."
            maxLength={300}
            required
          />
        </ActionForm>
      )}
    </>
  );
}
