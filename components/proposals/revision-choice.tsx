import { Button } from "@/components/ui/button";
import { timeText } from "@/components/ui/time-text";
import { revisionsHref } from "@/lib/proposals/moved-on";
import type { DiffView } from "./revision-changes";

interface Props {
  proposal: number;
  /** The latest first. */
  all: readonly { number: number; at: string }[];
  from: number;
  to: number;
  view: DiffView;
  now: Date;
}

/** Any two revisions, and how to look at them: a plain form, so that it works without script. */
export function RevisionChoice({ proposal, all, from, to, view, now }: Props) {
  const options = all.map(({ number, at }) => ({
    value: String(number),
    label: `Revision ${number}, ${timeText(new Date(at), "date", "UTC", now)}`,
  }));
  return (
    <form
      action={`${revisionsHref(proposal)}/compare`}
      className="filter"
      aria-label="Choose what to compare"
    >
      <div className="pair">
        <Choice name="from" label="From" chosen={String(from)} options={options} />
        <Choice name="to" label="To" chosen={String(to)} options={options} />
        <Choice
          name="view"
          label="Show"
          chosen={view}
          options={[
            { value: "inline", label: "Inline" },
            { value: "side", label: "Side by side" },
          ]}
        />
        <div className="actions">
          <Button type="submit">Compare</Button>
        </div>
      </div>
    </form>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  chosen: string;
  options: readonly { value: string; label: string }[];
}

function Choice({ name, label, chosen, options }: ChoiceProps) {
  return (
    <div className="field">
      <label htmlFor={`compare-${name}`}>{label}</label>
      <select className="input" id={`compare-${name}`} name={name} defaultValue={chosen}>
        {options.map(({ value, label: words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
