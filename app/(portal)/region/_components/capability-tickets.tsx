import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { TicketLines } from "@/components/region/ticket-lines";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import type { CapabilityPage } from "@/lib/region/capability-queries";
import { linkTicketAction, unlinkTicketAction } from "../actions";

interface Props {
  page: CapabilityPage;
  kept?: string | string[];
}

/** The tickets that bring a capability about, and for those who keep them in order the forms to link and part. */
export async function CapabilityTickets({ page, kept }: Props) {
  const { region, capability } = page;
  const { tickets } = capability;
  return (
    <>
      {tickets.length > 0 ? (
        <TicketLines tickets={tickets} />
      ) : (
        <p className="hint">
          No ticket serves it yet. <a href="/tickets/new">Make one</a>, or put one of a proposal here.
        </p>
      )}
      {region.mayLink && (
        <ActionForm
          action={linkTicketAction}
          submissionKey={newSubmissionKey()}
          state={await stateFromKept(kept, "link-ticket")}
          label="Put a ticket here"
        >
          <Keys {...page} />
          <TextField
            name="ticket"
            label="Ticket that serves it"
            hint="Its number, such as T-12. From then on its status counts here."
            required
            maxLength={12}
          />
          <PlainSubmit label="Put it here" />
        </ActionForm>
      )}
      {region.mayLink && tickets.length > 0 && (
        <ActionForm
          action={unlinkTicketAction}
          submissionKey={newSubmissionKey()}
          state={await stateFromKept(kept, "unlink-ticket")}
          label="Take a ticket away"
        >
          <Keys {...page} />
          <SelectField
            name="ticket"
            label="Ticket that does not belong here"
            options={tickets.map(({ number, title }) => ({
              value: String(number),
              label: `T-${number} ${title}`,
            }))}
          />
          <PlainSubmit label="Take it away" />
        </ActionForm>
      )}
    </>
  );
}

function PlainSubmit({ label }: { label: string }) {
  return (
    <div className="actions">
      <SubmitButton variant="plain">{label}</SubmitButton>
    </div>
  );
}

function Keys({ region, capability }: CapabilityPage) {
  return (
    <>
      <HiddenField name="region" value={region.key} />
      <HiddenField name="capability" value={capability.key} />
    </>
  );
}
