import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Prose } from "@/components/ui/prose";
import { Section } from "@/components/ui/section";
import type { AskShown } from "@/lib/proposals/ask-queries";
import type { ProposalHead, ProposalText as Text } from "@/lib/proposals/queries";
import { askKindLabels, sectionTitle } from "@/lib/proposals/ui-text";

/** What a proposal says: summary, asks, sections. */
export function ProposalText({ head, text }: { head: ProposalHead; text: Text }) {
  return (
    <>
      {head.summary && (
        <p className="summary" dir="auto">
          {head.summary}
        </p>
      )}
      <Section title="Asks" id="asks">
        {text.asks.length > 0 ? (
          <ol className="asks">
            {text.asks.map((ask) => (
              <Ask key={ask.number} ask={ask} />
            ))}
          </ol>
        ) : (
          <EmptyState title="Nothing is asked yet.">
            A board can only decide on something that is asked.{" "}
            {head.imported && "This thread came from a tracker."}
          </EmptyState>
        )}
      </Section>
      {text.sections.map((section) => (
        <Section key={section.key} title={sectionTitle(section.key)}>
          <Prose html={section.html} />
        </Section>
      ))}
    </>
  );
}

function Ask({ ask }: { ask: AskShown }) {
  return (
    <li id={`ask-${ask.number}`}>
      <p className="ask-text" dir="auto">
        {ask.text}
      </p>
      <p className="line-facts">
        <Badge stage="neutral">{askKindLabels[ask.kind]}</Badge>{" "}
        {ask.owner ? <Owner ask={ask} /> : <b>Nobody owns this ask yet</b>}
        {ask.placed && " · accounted for in the split"}
      </p>
      {ask.acceptanceTest && (
        <p className="ask-test" dir="auto">
          <b>Done when:</b> {ask.acceptanceTest}
        </p>
      )}
    </li>
  );
}

function Owner({ ask: { owner } }: { ask: AskShown }) {
  if (!owner) return null;
  return owner.kind === "person" ? (
    <>
      owned by <a href={`/people/${owner.handle}`}>{owner.name}</a>
    </>
  ) : (
    <>owned by {owner.name}</>
  );
}
