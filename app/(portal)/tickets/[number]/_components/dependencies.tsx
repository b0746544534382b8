import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { NamedTicketLink } from "@/components/tickets/named-tickets";
import { Section } from "@/components/ui/section";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import type { NamedTicket } from "@/lib/tickets/link-queries";
import type { TicketShown } from "@/lib/tickets/queries";
import { addDependencyAction, removeDependencyAction } from "../../link-actions";

interface Props {
  ticket: TicketShown;
  mayChange: boolean;
  kept: string | string[] | undefined;
}

/** What the ticket waits for, what waits for it, and what repeats it. */
export async function Dependencies({ ticket, mayChange, kept }: Props) {
  const { number, blockedBy, blocks, duplicates } = ticket;
  if (blockedBy.length + blocks.length + duplicates.length === 0 && !mayChange) return null;
  return (
    <Section title="Dependencies" id="dependencies">
      <Named
        title="Waits for"
        tickets={blockedBy}
        remove={mayChange ? { number, way: "blocked_by" } : null}
      />
      <Named
        title="Is waited for by"
        tickets={blocks}
        remove={mayChange ? { number, way: "blocks" } : null}
      />
      <Named title="Repeated by" tickets={duplicates} remove={null} />
      {mayChange && (
        <ActionForm
          action={addDependencyAction}
          submissionKey={newSubmissionKey()}
          state={await stateFromKept(kept, "add-dependency")}
          submitLabel="Add"
          label="Add a dependency"
          folded="Add a dependency"
        >
          <HiddenField name="number" value={number} />
          <div className="pair">
            <SelectField
              name="way"
              label="This ticket"
              options={[
                { value: "blocked_by", label: "waits for" },
                { value: "blocks", label: "is waited for by" },
              ]}
              required
            />
            <TextField
              name="other"
              label="The ticket"
              hint="Its number, such as T-12."
              maxLength={300}
              required
            />
          </div>
        </ActionForm>
      )}
    </Section>
  );
}

interface NamedProps {
  title: string;
  tickets: readonly NamedTicket[];
  remove: { number: number; way: "blocked_by" | "blocks" } | null;
}

function Named({ title, tickets, remove }: NamedProps) {
  if (tickets.length === 0) return null;
  const list = (
    <ul className="named">
      {tickets.map((each) => (
        <li key={each.number}>
          <NamedTicketLink ticket={each} />
          {remove && (
            <SubmitButton variant="quiet" size="small" name="other" value={String(each.number)}>
              Take away<span className="sr-only"> T-{each.number}</span>
            </SubmitButton>
          )}
        </li>
      ))}
    </ul>
  );
  return (
    <>
      <h3>{title}</h3>
      {remove ? (
        <ActionForm
          action={removeDependencyAction}
          submissionKey={newSubmissionKey()}
          className="named-form"
          label={title}
        >
          <HiddenField name="number" value={remove.number} />
          <HiddenField name="way" value={remove.way} />
          {list}
        </ActionForm>
      ) : (
        list
      )}
    </>
  );
}
