import { Choice, Pick, Words } from "@/components/forms/filter-fields";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { type ListAddress, type ProposalFilter, sortLabels } from "@/lib/proposals/list-filter";
import { askKindLabels, statusLabels } from "@/lib/proposals/ui-text";

interface Props extends ListAddress {
  sigs: readonly { handle: string; name: string }[];
  signedIn: boolean;
}

/** Every condition of the list in one plain form: what is chosen stands in the address, and works without script. */
export function ListFilterForm({ filter, view, sigs, signedIn }: Props) {
  return (
    <Disclosure summary="Filter and sort">
      <form action="/proposals" className="list-filter" aria-label="Filter and sort the proposals">
        {view !== "lines" && <input type="hidden" name="view" value={view} />}
        <div className="pair">
          <Words name="q" label="Words" value={filter.q} type="search" />
          <Words name="person" label="Person" value={filter.person} hint="Handle or name" />
          <Choice
            name="sig"
            label="SIG"
            chosen={filter.sig}
            options={sigs.map(({ handle, name }) => [handle, name])}
          />
          <Choice
            name="ask"
            label="With an ask of the kind"
            chosen={filter.askKind}
            options={Object.entries(askKindLabels)}
          />
          <Choice
            name="sort"
            label="Sort by"
            chosen={filter.sort ?? "changed"}
            options={Object.entries(sortLabels)}
            all={false}
          />
        </div>
        <Statuses filter={filter} signedIn={signedIn} />
        {signedIn && (
          <fieldset className="field">
            <legend>Mine</legend>
            <div className="picks">
              <Pick name="owes" value="me" label="I owe an answer there" checked={filter.owesMe} />
              <Pick name="mine" value="yes" label="I write it, alone or with others" checked={filter.mine} />
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

function Statuses({ filter, signedIn }: { filter: ProposalFilter; signedIn: boolean }) {
  const offered = Object.entries(statusLabels).filter(([status]) => signedIn || status !== "draft");
  return (
    <fieldset className="field">
      <legend>Status</legend>
      <div className="picks">
        {offered.map(([status, label]) => (
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
  );
}
