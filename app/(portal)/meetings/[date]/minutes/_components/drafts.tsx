import { Section } from "@/components/ui/section";
import type { ActionDraft } from "@/lib/meetings/draft-queries";

/** What a requester takes away: the ACTIONs under their proposals, and the ticket that each became or may become. */
export function Drafts({ drafts }: { drafts: readonly ActionDraft[] }) {
  if (drafts.length === 0) return null;
  return (
    <div className="no-print">
      <Section title="What may become a ticket" id="drafts" aside={drafts.length}>
        <ul className="lines">
          {drafts.map((draft) => (
            <li key={draft.lineId}>
              <a className="line-title" href={`/meetings/actions/${draft.lineId}`}>
                <span dir="auto">{draft.text}</span>
              </a>
              <p className="line-facts">
                <a href={`/proposals/${draft.proposal}`}>
                  #{draft.proposal} <span dir="auto">{draft.title}</span>
                </a>{" "}
                · {draft.owner ?? "nobody owns it yet"} · <Ticket draft={draft} />
              </p>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}

function Ticket({ draft: { tickets, splitting, proposal } }: { draft: ActionDraft }) {
  if (tickets.length > 0) {
    return tickets.map(({ number, status }) => (
      <a key={number} href={`/tickets/${number}`}>
        T-{number}, {status.replaceAll("_", " ")}
      </a>
    ));
  }
  if (splitting) return <a href={`/proposals/${proposal}/split`}>Place it in the split</a>;
  return "no ticket yet";
}
