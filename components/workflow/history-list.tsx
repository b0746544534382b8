import { Time } from "../ui/time";

export interface HistoryEntry {
  id: string | number;
  at: Date | string;
  who: string;
  sentence: string;
  why?: string;
}

/** Who did what when, and why. */
export function HistoryList({ entries }: { entries: HistoryEntry[] }) {
  return (
    <ol className="hist">
      {entries.map((entry) => (
        <li key={entry.id}>
          <Time at={entry.at} />
          <p>
            <b>{entry.who}</b> {entry.sentence}
            {entry.why && <q dir="auto">{entry.why}</q>}
          </p>
        </li>
      ))}
    </ol>
  );
}
