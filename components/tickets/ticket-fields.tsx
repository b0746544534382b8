import { HiddenField } from "@/components/forms/fieldset";
import { SelectField } from "@/components/forms/select-field";
import { TextArea, TextField } from "@/components/forms/text-field";
import { Disclosure } from "@/components/ui/disclosure";
import type { OwnerChoice } from "@/lib/people/queries";
import type { Destination } from "@/lib/tickets/policy";
import { DetailsFields, type RequestTypeShown } from "./details-fields";
import { RankFields, type SavedRank } from "./rank-fields";

export interface SavedTicket extends SavedRank {
  title?: string;
  markdown?: string;
  owner?: string;
  dueOn?: string | null;
  capability?: string;
  details?: Record<string, string>;
}

export interface TicketFieldsProps {
  destination: Destination;
  /** Only for the infra team. */
  type?: RequestTypeShown;
  owners: readonly OwnerChoice[];
  capabilities: readonly { value: string; label: string }[];
  saved?: SavedTicket;
  /** Whether the link of an outside issue is asked for too. */
  withIssue?: boolean;
}

/** What a ticket says; where it goes is chosen before, because the fields follow from it. */
export function TicketFields(props: TicketFieldsProps) {
  const { destination, type, owners, capabilities, saved = {}, withIssue } = props;
  return (
    <>
      <HiddenField name="destination" value={destination} />
      {type && <HiddenField name="requestType" value={type.key} />}
      <TextField
        name="title"
        label="Title"
        hint="What is done when it is done."
        defaultValue={saved.title}
        maxLength={200}
        required
      />
      <div className="pair">
        <SelectField
          name="owner"
          label="Owner"
          defaultValue={saved.owner ?? ""}
          options={[{ value: "", label: "Choose" }, ...owners]}
          required
        />
        <TextField name="dueOn" label="Due" type="date" defaultValue={saved.dueOn ?? ""} required={false} />
      </div>
      {type && <DetailsFields type={type} saved={saved.details} />}
      <TextArea
        name="markdown"
        label="Text"
        hint="What whoever does the work has to know. Markdown."
        defaultValue={saved.markdown}
        rows={5}
        required={false}
      />
      {capabilities.length > 0 && (
        <SelectField
          name="capabilities"
          label="Capability of the region"
          hint="What of the region it serves."
          defaultValue={saved.capability ?? ""}
          options={[{ value: "", label: "None" }, ...capabilities]}
          required={false}
        />
      )}
      <Disclosure summary="Priority, size and labels">
        <RankFields saved={saved} />
      </Disclosure>
      {withIssue && (
        <TextField
          name="issue"
          label="Issue in an outside tracker"
          hint="Its address, where there is one already: Pagure, GitLab, Forgejo or GitHub."
          inputMode="url"
          required={false}
        />
      )}
    </>
  );
}
