import { Button } from "@/components/ui/button";
import type { DecisionFilter as Filter } from "@/lib/decisions/list-filter";
import { outcomeLabels } from "@/lib/decisions/ui-text";

interface Props {
  filter: Filter;
  years: readonly number[];
  sigs: readonly { handle: string; name: string }[];
}

/** Subject, year, outcome and words in one plain form: the address says what is shown. */
export function DecisionFilter({ filter, years, sigs }: Props) {
  const { cursor: _page, ...chosen } = filter;
  return (
    <form action="/decisions" className="filter" aria-label="Filter the decisions">
      <div className="pair">
        <div className="field">
          <label htmlFor="decision-q">Words</label>
          <input
            className="input"
            id="decision-q"
            name="q"
            type="search"
            dir="auto"
            defaultValue={filter.q}
            maxLength={200}
          />
        </div>
        <Choice
          name="sig"
          label="Subject: SIG"
          chosen={filter.sig}
          options={sigs.map(({ handle, name }) => [handle, name])}
        />
        <Choice
          name="year"
          label="Year"
          chosen={filter.year}
          options={years.map((year) => [String(year), String(year)])}
        />
        <Choice
          name="outcome"
          label="Outcome"
          chosen={filter.outcome}
          options={Object.entries(outcomeLabels)}
        />
        <div className="field">
          <div className="choice">
            <input type="checkbox" id="decision-due" name="due" value="yes" defaultChecked={filter.due} />
            <label htmlFor="decision-due">Review is due</label>
          </div>
        </div>
        <div className="actions">
          <Button type="submit">Show</Button>
          {Object.values(chosen).some(Boolean) && <a href="/decisions">Show all</a>}
        </div>
      </div>
    </form>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  chosen: string | number | undefined;
  options: readonly (readonly [value: string, label: string])[];
}

function Choice({ name, label, chosen, options }: ChoiceProps) {
  const id = `decision-${name}`;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select className="input" id={id} name={name} defaultValue={chosen ?? ""}>
        <option value="">Any</option>
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
