import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import type { FormState } from "@/components/forms/form-state";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { Time } from "@/components/ui/time";
import { newSubmissionKey } from "@/lib/form-action";
import type { ContactShown, WorkloadShown } from "@/lib/region/workload-queries";
import { addContactAction, confirmContactAction, removeContactAction } from "../workload-actions";
import { WorkloadKeys } from "./workload-keys";

interface Props {
  workload: WorkloadShown;
  on: "sig" | "region";
  adding: FormState | undefined;
}

/** Who answers for a workload, and how to reach them: for those who look after it. */
export function KeepContacts({ workload, on, adding }: Props) {
  const { contacts, name } = workload;
  return (
    <>
      {contacts.length > 0 && (
        <ul className="plain-list">
          {contacts.map((contact) => (
            <li key={contact.id}>
              <b dir="auto">{contact.name}</b>: <span dir="auto">{contact.reach}</span>{" "}
              <span className="hint">
                confirmed <Time at={contact.confirmedAt} format="date" />
                {contact.isStale && ", too long ago"}
              </span>
              <ContactButtons workload={workload} on={on} contact={contact} />
            </li>
          ))}
        </ul>
      )}
      <ActionForm
        folded={`Name who answers for “${name}”`}
        action={addContactAction}
        submissionKey={newSubmissionKey()}
        state={adding}
        submitLabel="Add the contact"
        label={`Who answers for “${name}”`}
      >
        <WorkloadKeys workload={workload} on={on} />
        <TextField name="name" label="Who" required maxLength={120} />
        <TextField
          name="reach"
          label="How to reach them"
          hint="An address, a room, a list. Seen by the tenant’s own people and the operators only."
          required
          maxLength={300}
        />
      </ActionForm>
    </>
  );
}

function ContactButtons({ workload, on, contact }: Omit<Props, "adding"> & { contact: ContactShown }) {
  const buttons = [
    { action: confirmContactAction, label: "Still right", form: "confirm" },
    { action: removeContactAction, label: "Remove", form: "remove" },
  ];
  return (
    <div className="actions">
      {buttons.map(({ action, label, form }) => (
        <ActionForm
          key={form}
          action={action}
          submissionKey={newSubmissionKey()}
          className="inline-form"
          label={`${label}: ${contact.name}`}
        >
          <WorkloadKeys workload={workload} on={on} />
          <HiddenField name="contactId" value={contact.id} />
          <SubmitButton variant="quiet" size="small">
            {label}
          </SubmitButton>
        </ActionForm>
      ))}
    </div>
  );
}
