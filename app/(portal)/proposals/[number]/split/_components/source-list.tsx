import type { ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import { SubmitButton } from "@/components/forms/submit-button";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { Time } from "@/components/ui/time";
import { newSubmissionKey } from "@/lib/form-action";
import type { PlacedEntry, Split, SplitSource } from "@/lib/tickets/split-queries";
import { unplaceSourceAction } from "../actions";

interface Props {
  split: Split;
  number: number;
  may: boolean;
  /** The source whose form is open, and that form. */
  chosen: string | undefined;
  form: ReactNode;
}

/** Everything that was asked, left unanswered or made a condition, each with where it came from and where it went. */
export function SourceList({ split, number, may, chosen, form }: Props) {
  if (split.sources.length === 0) return <p className="hint">There is nothing to place.</p>;
  return (
    <ol className="srcs">
      {split.sources.map((source) => (
        <li key={source.key} id={source.key}>
          <Source source={source} />
          {source.key === chosen ? form : may && <NextSteps source={source} number={number} />}
        </li>
      ))}
    </ol>
  );
}

function Source({ source }: { source: SplitSource }) {
  return (
    <>
      <div className="q-head">
        <h3>{upperFirst(source.name)}</h3>
        {source.entries.length > 0 ? (
          <Badge stage="done">Placed</Badge>
        ) : (
          <Badge stage="neutral">{source.kind === "action_line" ? "Optional" : "Not placed yet"}</Badge>
        )}
      </div>
      <p className="src-text" dir="auto">
        {source.text}
      </p>
      {source.acceptanceTest && (
        <p className="meta" dir="auto">
          Done when: {source.acceptanceTest}
        </p>
      )}
      <p className="meta">
        <a href={source.from.href}>{source.from.label}</a> · {source.owner?.name ?? "nobody owns it"}
        {source.dueOn && (
          <>
            {" "}
            · due <Time at={source.dueOn} format="date" />
          </>
        )}
      </p>
      {source.entries.length > 0 && (
        <ul>
          {source.entries.map((entry) => (
            <li key={entry.id}>
              <Placed entry={entry} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Placed({ entry }: { entry: PlacedEntry }) {
  if (entry.ticket) {
    return (
      <>
        <span aria-hidden="true">→ </span>
        <a href={`/tickets/${entry.ticket.number}`}>
          <span className="no">T-{entry.ticket.number}</span> <span dir="auto">{entry.ticket.title}</span>
        </a>
      </>
    );
  }
  return (
    <>
      <b>{upperFirst(entry.disposition)}</b> by {entry.by}: <q dir="auto">{entry.text}</q>
    </>
  );
}

function NextSteps({ source, number }: { source: SplitSource; number: number }) {
  const href = `/proposals/${number}/split?place=${source.key}#${source.key}`;
  if (source.entries.length === 0) {
    return (
      <div className="actions">
        <LinkButton href={href} size="small">
          Place {source.name}
        </LinkButton>
      </div>
    );
  }
  return (
    <div className="actions">
      {source.entries.some(({ ticket }) => ticket) && (
        <LinkButton href={href} size="small" variant="quiet">
          Add another ticket
        </LinkButton>
      )}
      <ActionForm
        action={unplaceSourceAction}
        submissionKey={newSubmissionKey()}
        className="contents"
        label={`Take back ${source.name}`}
      >
        <HiddenField name="number" value={number} />
        <HiddenField name="sourceKind" value={source.kind} />
        <HiddenField name="sourceId" value={source.id} />
        <SubmitButton variant="quiet" size="small">
          Take back {source.name}
        </SubmitButton>
      </ActionForm>
    </div>
  );
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
