import type { ReactNode } from "react";
import { classNames } from "../ui/class-names";
import { Prose } from "../ui/prose";
import { Time } from "../ui/time";

export interface TimelineQuestion {
  number: number | string;
  state: string;
  stateLabel: string;
  /** Who has to do what now: "Anita owes the answer". */
  owes: string;
  href: string;
}

export interface TimelineComment {
  kind: "comment";
  id: string | number;
  anchor: string;
  author: { handle: string; name: string };
  at: Date | string;
  html: string;
  editedAt?: Date | string | null;
  question?: TimelineQuestion;
  actions?: ReactNode;
}

export interface TimelineEvent {
  kind: "event";
  id: string | number;
  at: Date | string;
  sentence: ReactNode;
  why?: string;
}

export type TimelineEntry = TimelineComment | TimelineEvent;

/** Talk and events in one line of time. The markup is flat on purpose: a hundred of these are sent at once. */
export function Timeline({ entries }: { entries: TimelineEntry[] }) {
  return (
    <ol className="tl" data-list>
      {entries.map((entry) =>
        entry.kind === "comment" ? (
          <Comment key={`c${entry.id}`} {...entry} />
        ) : (
          <li key={`e${entry.id}`} className="ev">
            <Time at={entry.at} /> {entry.sentence}
            {entry.why && <q dir="auto">{entry.why}</q>}
          </li>
        ),
      )}
    </ol>
  );
}

function Comment({ anchor, author, at, html, editedAt, question, actions }: TimelineComment) {
  return (
    <li id={anchor} className={classNames("say", question && "ask", question?.state)}>
      <p className="by">
        <a href={`/people/${author.handle}`}>{author.name}</a>{" "}
        <a href={`#${anchor}`}>
          <Time at={at} />
        </a>
        {editedAt && " · edited"}
      </p>
      {question && (
        <p className="owes">
          <a href={question.href}>Question {question.number}</a> <b>{question.stateLabel}</b> {question.owes}
        </p>
      )}
      <Prose html={html} />
      {actions && <div className="actions">{actions}</div>}
    </li>
  );
}
