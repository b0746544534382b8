import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Time } from "@/components/ui/time";
import type { AskShown } from "@/lib/proposals/ask-queries";
import { consentInWords } from "@/lib/proposals/consent-words";
import type { ProposalStatus } from "@/lib/proposals/machine";
import { askKindLabels, askSizeLabels } from "@/lib/proposals/ui-text";

interface Props {
  ask: AskShown;
  /** Where its proposal is: a draft asks nobody yet. */
  proposalStatus?: ProposalStatus;
  children?: ReactNode;
}

/** One ask: what, why, how one sees that it is done, and who says that they do it. */
export function AskItem({ ask, proposalStatus, children }: Props) {
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
        <Owner ask={ask} proposalStatus={proposalStatus} />
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

function Owner({ ask, proposalStatus }: Pick<Props, "ask" | "proposalStatus">) {
  const { owner } = ask;
  if (!owner) return <b>Nobody owns this ask yet</b>;
  const { words, at, after } = consentInWords(ask, proposalStatus);
  return (
    <>
      <b>Owner:</b>{" "}
      {owner.kind === "person" ? <a href={`/people/${owner.handle}`}>{owner.name}</a> : owner.name} ·{" "}
      <span className={`consent c-${ask.consent.state}`} dir="auto">
        {words}
        {at && (
          <>
            {" "}
            on <Time at={at} format="date" />
          </>
        )}
        {after}
      </span>
    </>
  );
}
