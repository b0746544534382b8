import { buttonClass } from "@/components/ui/button";
import type { Unsent } from "./line-queue";

interface UnsentLinesProps {
  lines: readonly Unsent[];
  onDrop: (key: string) => void;
  onTakeBack: (line: Unsent) => void;
}

/** What was typed and is not in the record yet: on its way, waiting for the network, or refused. */
export function UnsentLines({ lines, onDrop, onTakeBack }: UnsentLinesProps) {
  if (lines.length === 0) return null;
  return (
    <ol className="unsent" aria-label="Lines that are not sent yet">
      {lines.map((line) => (
        <li key={line.key}>
          <p dir="auto">{line.typed}</p>
          <p className="meta">
            {line.refused ??
              "Not sent yet. It is kept in this browser and sent as soon as the portal answers."}{" "}
            Under “{line.under}”.
          </p>
          {line.refused && (
            <p className="actions">
              <button
                type="button"
                className={buttonClass({ size: "small" })}
                onClick={() => onTakeBack(line)}
              >
                Change it
              </button>
              <button
                type="button"
                className={buttonClass({ size: "small" })}
                onClick={() => onDrop(line.key)}
              >
                Throw it away
              </button>
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
