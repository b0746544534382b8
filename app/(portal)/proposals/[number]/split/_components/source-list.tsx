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
    <ol className="srcs" data-list>
      {split.sources.map((source) => (
        <li key={source.key} id={source.key} {...forKeys(split, source, may)}>
          <Source source={source} number={number} may={may} />
          {source.key === chosen ? form : may && <NextSteps source={source} number={number} />}
        </li>
      ))}
    </ol>
  );
}

/** What the keys have to know of a source (split-keys.tsx). */
function forKeys({ balance }: Split, { kind, id, route, entries }: SplitSource, may: boolean) {
  const isOpen = balance.open.some((each) => each.kind === kind && each.id === id);
  const isSettled = entries.some(({ ticket }) => !ticket);
  return {
    "data-source": "",
    "data-kind": kind,
    "data-row-id": id,
    ...(kind === "ask" && { "data-proposed": route.destination }),
    ...(may && { "data-may": "" }),
    ...(isOpen && { "data-open": "" }),
    ...(isSettled && { "data-settled": "" }),
  };
}

function Source({ source, number, may }: { source: SplitSource; number: number; may: boolean }) {
  const isSettled = source.entries.length > 0 && !source.entries.some(({ isOwedAgain }) => isOwedAgain);
  return (
    <>
      <div className="q-head">
        <h3>
          {may ? (
            <a href={`/proposals/${number}/split?place=${source.key}#${source.key}`}>
              {upperFirst(source.name)}
            </a>
          ) : (
            <a href={`#${source.key}`}>{upperFirst(source.name)}</a>
          )}
        </h3>
        {isSettled ? <Badge stage="done">Placed</Badge> : <Badge stage="neutral">Not placed yet</Badge>}
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
        {source.markedBy && ` · marked by ${source.markedBy}`}
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
        {entry.routeReason && <q dir="auto">{entry.routeReason}</q>}
      </>
    );
  }
  return (
    <>
      <b>{upperFirst(entry.disposition)}</b> by {entry.by}: <q dir="auto">{entry.text}</q>
      {entry.isOwedAgain && " Who asked opened the question again: take this back and answer anew."}
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
      <span data-take-back className="contents">
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
      </span>
    </div>
  );
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
