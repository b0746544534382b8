import { Fragment } from "react";
import { Disclosure } from "@/components/ui/disclosure";
import { Icon } from "@/components/ui/icon";
import type { Readiness, ReadinessItem } from "@/lib/proposals/readiness";

interface Props {
  readiness: Readiness | null;
  /** With every part, there and missing; else the sentence alone. */
  full?: boolean;
}

/** Whether the board can decide on it, in a sentence: each missing thing leads to where it is mended (DOMAIN 4). */
export function ReadinessBlock({ readiness, full = false }: Props) {
  if (!readiness) return null;
  const there = readiness.items.filter(({ ok }) => ok).length;
  return (
    <section className={readiness.ready ? "ready yes" : "ready"} aria-label="Readiness" id="readiness">
      <p className="ready-sentence">
        <Icon name={readiness.ready ? "circle-check" : "flag"} />
        <span>
          <Needs items={readiness.items.filter(({ ok }) => !ok)} /> <Meeting readiness={readiness} />
        </span>
      </p>
      {full && (
        <Disclosure summary={`Readiness for the board: ${there} of ${readiness.items.length} are there`}>
          <ul className="ready-parts">
            {readiness.items.map((item) => (
              <Part key={item.key} item={item} />
            ))}
          </ul>
        </Disclosure>
      )}
    </section>
  );
}

function Needs({ items }: { items: ReadinessItem[] }) {
  if (items.length === 0) return <b>Ready for the board.</b>;
  return (
    <>
      <b>Needs:</b>{" "}
      {items.map(({ key, href, need }, place) => (
        <Fragment key={key}>
          {place > 0 && ", "}
          <a href={href}>{need}</a>
        </Fragment>
      ))}
      .
    </>
  );
}

function Meeting({ readiness: { meeting, meetingWords } }: { readiness: Readiness }) {
  return meeting ? <a href={`/meetings/${meeting.date}`}>{meetingWords}</a> : meetingWords;
}

function Part({ item: { ok, text, href, waitsFor } }: { item: ReadinessItem }) {
  return (
    <li className={ok ? "there" : "lacking"}>
      <Icon name={ok ? "check" : "x"} label={ok ? "There:" : "Missing:"} />
      <span>
        <a href={href}>{text}</a>
        {waitsFor && <span className="ready-waits"> · waits for {waitsFor}</span>}
      </span>
    </li>
  );
}
