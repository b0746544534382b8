import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Time } from "@/components/ui/time";
import type { AskShown } from "@/lib/proposals/ask-queries";
import { askKindLabels, askSizeLabels } from "@/lib/proposals/ui-text";

interface Props {
  ask: AskShown;
  /** A draft asks nobody yet. */
  isDraft?: boolean;
  children?: ReactNode;
}

/** One ask: what, why, how one sees that it is done, and who says that they do it. */
export function AskItem({ ask, isDraft, children }: Props) {
  return (
    <li id={`ask-${ask.number}`}>
      <p className="ask-text" dir="auto">
        {ask.text}
      </p>
      <p className="line-facts">
        <Badge stage="neutral">{askKindLabels[ask.kind]}</Badge>
        {ask.size && ` takes ${askSizeLabels[ask.size].toLowerCase()}`}
        {ask.size && ask.placed && " ·"}
        {ask.placed && " accounted for in the split"}
      </p>
      {ask.rationale && <Line term="Why" text={ask.rationale} />}
      {ask.acceptanceTest && <Line term="Done when" text={ask.acceptanceTest} />}
      <p className="ask-owner">
        {ask.owner ? <Owner ask={ask} isDraft={isDraft} /> : <b>Nobody owns this ask yet</b>}
      </p>
      {children}
    </li>
  );
}

function Line({ term, text }: { term: string; text: string }) {
  return (
    <p className="ask-line" dir="auto">
      <b>{term}:</b> {text}
    </p>
  );
}

function Owner({ ask, isDraft }: { ask: AskShown; isDraft?: boolean }) {
  const { owner, consent } = ask;
  if (!owner) return null;
  return (
    <>
      <b>Owner:</b>{" "}
      {owner.kind === "person" ? <a href={`/people/${owner.handle}`}>{owner.name}</a> : owner.name}{" "}
      {ask.boardDecides ? (
        <span className="consent">decides in a meeting</span>
      ) : (
        <span className={`consent c-${consent.state}`}>
          <ConsentWords owner={owner} consent={consent} isDraft={isDraft} />
        </span>
      )}
    </>
  );
}

interface ConsentProps {
  owner: NonNullable<AskShown["owner"]>;
  consent: AskShown["consent"];
  isDraft?: boolean;
}

/** What the owner says about it, in words; never by a colour alone. */
function ConsentWords({ owner, consent, isDraft }: ConsentProps) {
  const words = {
    named: isDraft ? "named; asked when this is published" : "named, has not confirmed yet",
    confirmed: "confirmed",
    declined: "declined",
  }[consent.state];
  const other = consent.by && (owner.kind !== "person" || consent.by.handle !== owner.handle);
  return (
    <>
      {words}
      {other && ` by ${consent.by?.name}`}
      {consent.at && (
        <>
          {" "}
          on <Time at={consent.at} format="date" />
        </>
      )}
      {consent.reason && `: ${consent.reason}`}
      {consent.changedSince !== null && `, for revision ${consent.changedSince}; the ask has changed since`}
    </>
  );
}
