import { ProvenancePicture } from "@/components/provenance/provenance-picture";
import { Section } from "@/components/ui/section";
import { currentActor } from "@/lib/auth/reader";
import { outcomeLabels } from "@/lib/decisions/ui-text";
import { findProvenance } from "@/lib/provenance/queries";
import type { TicketShown } from "@/lib/tickets/queries";
import { sourceKey } from "@/lib/tickets/source-key";
import { sourceName } from "@/lib/tickets/split-balance";

/** The way back: what the ticket stands for, the decision it rests on, the proposal; and the whole of it as a picture. */
export async function WhereFrom({ ticket }: { ticket: TicketShown }) {
  const { proposal, sources, decision } = ticket;
  const provenance = await findProvenance(await currentActor(), "ticket", ticket.number);
  if (!proposal && (provenance?.nodes.length ?? 0) < 2) return null;
  const base = `/proposals/${proposal?.number}`;
  return (
    <Section
      title="Where it comes from"
      aside={<a href={`/provenance/ticket/${ticket.number}`}>All of it, as a list too</a>}
    >
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
        {proposal && (
          <li>
            <a href={base}>Proposal #{proposal.number}</a>: <span dir="auto">{proposal.title}</span>
          </li>
        )}
      </ul>
      {provenance && provenance.nodes.length > 1 && <ProvenancePicture provenance={provenance} />}
    </Section>
  );
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
