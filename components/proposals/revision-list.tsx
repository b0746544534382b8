import { Time } from "@/components/ui/time";
import { compareHref, revisionHref } from "@/lib/proposals/moved-on";
import type { RevisionLine } from "@/lib/proposals/revision-queries";

interface Props {
  proposal: number;
  current: number;
  items: readonly RevisionLine[];
}

/** The revisions of a proposal, a line each: who wrote it when and why, and what it changed. */
export function RevisionList({ proposal, current, items }: Props) {
  return (
    <ol className="lines revs" data-list>
      {items.map((item) => (
        <li key={item.number} id={`revision-${item.number}`}>
          <a className="line-title" href={revisionHref(proposal, item.number)}>
            Revision {item.number}
            {item.number === current && <span className="meta"> · the current one</span>}
          </a>
          {item.number > 1 && (
            <a href={compareHref(proposal, item.number - 1, item.number)}>
              What it changed<span className="sr-only"> in revision {item.number}</span>
            </a>
          )}
          <p className="line-text" dir="auto">
            {item.reason}
          </p>
          <p className="line-facts">
            {item.changed && `Changed ${item.changed} · `}
            <a href={`/people/${item.by.handle}`}>{item.by.name}</a> · <Time at={item.at} />
          </p>
        </li>
      ))}
    </ol>
  );
}
