import { Choice, Pick, Words } from "@/components/forms/filter-fields";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { blockLabels, needLabels, sortLabels, type TicketAddress } from "@/lib/tickets/list-filter";
import { destinationLabels, priorityLabels, statusLabels } from "@/lib/tickets/ui-text";

interface Props extends TicketAddress {
  signedIn: boolean;
  types: readonly { key: string; label: string }[];
}

/** Every condition of the list in one plain form: what is chosen stands in the address, and works without script. */
export function TicketFilterForm({ filter, view, signedIn, types }: Props) {
  return (
    <Disclosure summary="Filter and sort">
      <form action="/tickets" className="list-filter" aria-label="Filter and sort the tickets">
        {view !== "lines" && <input type="hidden" name="view" value={view} />}
        <div className="pair">
          <Words name="q" label="Words or number" value={filter.q} type="search" />
          <Words name="owner" label="Owner" value={filter.owner} hint="Handle of a person or a body, or me" />
          <Choice
            name="destination"
            label="Destination"
            chosen={filter.destination}
            options={Object.entries(destinationLabels)}
          />
          <Choice
            name="type"
            label="Request type"
            chosen={filter.type}
            options={types.map(({ key, label }) => [key, label])}
          />
          <Choice
            name="priority"
            label="Priority"
            chosen={filter.priority}
            options={Object.entries(priorityLabels)}
          />
          <Words name="label" label="Label" value={filter.label} />
          <Choice name="block" label="Blocked" chosen={filter.block} options={Object.entries(blockLabels)} />
          <Choice
            name="needs"
            label="Stands still"
            chosen={filter.needs}
            options={Object.entries(needLabels)}
          />
          <Choice
            name="sort"
            label="Sort by"
            chosen={filter.sort ?? "changed"}
            options={Object.entries(sortLabels)}
            all={false}
          />
        </div>
        <fieldset className="field">
          <legend>Status</legend>
          <div className="picks">
            {Object.entries(statusLabels).map(([status, label]) => (
              <Pick
                key={status}
                name="status"
                value={status}
                label={label}
                checked={filter.status?.some((each) => each === status)}
              />
            ))}
          </div>
        </fieldset>
        {signedIn && (
          <fieldset className="field">
            <legend>Mine</legend>
            <div className="picks">
              <Pick name="waiting" value="me" label="Waiting on me" checked={filter.waiting === "me"} />
              <Pick name="requester" value="me" label="Asked by me" checked={filter.requester === "me"} />
            </div>
          </fieldset>
        )}
        <div className="actions">
          <Button type="submit">Show</Button>
        </div>
      </form>
    </Disclosure>
  );
}
