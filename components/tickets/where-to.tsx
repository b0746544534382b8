import { Button } from "@/components/ui/button";
import { type Destination, destinations } from "@/lib/tickets/policy";
import { destinationLabels } from "@/lib/tickets/ui-text";

export interface WhereToProps {
  /** The page that shows the fields, with what it needs to know beside the choice. */
  path: string;
  keep?: Record<string, string>;
  destination: Destination;
  requestType?: string;
  types: readonly { key: string; label: string }[];
}

/** Chooses where a ticket goes. A form of its own, by GET: the fields that follow depend on it. */
export function WhereTo({ path, keep = {}, destination, requestType, types }: WhereToProps) {
  return (
    <form action={path} method="get" className="where-to" aria-label="Where it goes">
      {Object.entries(keep).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="pair">
        <div className="field">
          <label htmlFor="where-to">Destination</label>
          <select className="input" id="where-to" name="to" defaultValue={destination} key={destination}>
            {destinations.map((value) => (
              <option key={value} value={value}>
                {destinationLabels[value]}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="which-type">
            Request type <span className="opt">(infra team only)</span>
          </label>
          <select className="input" id="which-type" name="type" defaultValue={requestType} key={requestType}>
            {types.map(({ key, label }) => (
              <option key={key} value={key}>
                {label}
              </option>
            ))}
          </select>
        </div>
      </div>
      <div className="actions">
        <Button type="submit" size="small">
          Show its fields
        </Button>
      </div>
    </form>
  );
}
