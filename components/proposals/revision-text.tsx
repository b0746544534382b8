import { Badge } from "@/components/ui/badge";
import { Prose } from "@/components/ui/prose";
import { Section } from "@/components/ui/section";
import { ownerWords, type RevisionAsk, type RevisionText as Text } from "@/lib/proposals/revision-text";
import { askKindLabels, askSizeLabels, sectionTitle } from "@/lib/proposals/ui-text";

/** What a proposal said at a time: read-only, without what was said or done about it since. */
export function RevisionText({ text }: { text: Text }) {
  return (
    <>
      <Section title="Title and summary">
        <p className="rev-title" dir="auto">
          {text.title}
        </p>
        <p className="summary" dir="auto">
          {text.summary || "No summary."}
        </p>
      </Section>
      <Section title="Asks">
        {text.asks.length === 0 && <p className="meta">Nothing was asked.</p>}
        <ol className="asks">
          {text.asks.map((ask) => (
            <Ask key={ask.number} ask={ask} />
          ))}
        </ol>
      </Section>
      {text.sections.map((section) => (
        <Section key={section.key} title={sectionTitle(section.key)}>
          <Prose html={section.html} />
        </Section>
      ))}
    </>
  );
}

function Ask({ ask }: { ask: RevisionAsk }) {
  const owner = ownerWords(ask);
  return (
    <li>
      <p className="ask-text" dir="auto">
        {ask.text}
      </p>
      <p className="line-facts">
        <Badge stage="neutral">{askKindLabels[ask.kind]}</Badge>
        {ask.size && `${askSizeLabels[ask.size]} of work · `}
        {owner ? `named: ${owner}` : "nobody named"}
      </p>
      {ask.rationale && <p dir="auto">{ask.rationale}</p>}
      {ask.acceptanceTest && (
        <p dir="auto">
          <b>Done when:</b> {ask.acceptanceTest}
        </p>
      )}
    </li>
  );
}
