import { Section } from "@/components/ui/section";
import { outcomeLabels } from "@/lib/decisions/ui-text";
import type { TicketShown } from "@/lib/tickets/queries";
import { sourceKey } from "@/lib/tickets/source-key";
import { sourceName } from "@/lib/tickets/split-balance";

/** The way back: what the ticket stands for, the decision it rests on, the proposal (DOMAIN 8, provenance). */
export function WhereFrom({ ticket }: { ticket: TicketShown }) {
  const { proposal, sources, decision } = ticket;
  if (!proposal) return null;
  const base = `/proposals/${proposal.number}`;
  return (
    <Section title="Where it comes from">
      <ul className="prose">
        {sources.map((source) => (
          <li key={sourceKey(source)}>
            <a href={`${base}/split#${sourceKey(source)}`}>{upperFirst(sourceName(source))}</a>:{" "}
            <span dir="auto">{source.text}</span>
          </li>
        ))}
        {decision && (
          <li>
            <a href={decision.date ? `/meetings/${decision.date}` : (decision.sourceUrl ?? `${base}/board`)}>
              Decision{decision.date && ` of ${decision.date}`}
            </a>
            : {outcomeLabels[decision.outcome]}
          </li>
        )}
        <li>
          <a href={base}>Proposal #{proposal.number}</a>: <span dir="auto">{proposal.title}</span>
        </li>
      </ul>
    </Section>
  );
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
