import type { FieldHelp as Help } from "@/lib/proposals/writing-ui-text";

/** What a good answer holds: folded, for whoever asks. */
export function FieldHelp({ of, help }: { of: string; help: Help }) {
  return (
    <details className="more help">
      <summary>
        What a good one holds<span className="sr-only">: {of}</span>
      </summary>
      <div className="more-body">
        <ul>
          {help.points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
        <p className="eg">For example: {help.example}</p>
      </div>
    </details>
  );
}
