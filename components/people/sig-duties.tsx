import type { OfProposal, SigShown } from "@/lib/people/sig-queries";

/** What a SIG owes an answer to, and what it has taken on: as far as the reader may see the proposals. */
export function SigDuties({ sig }: { sig: SigShown }) {
  return (
    <>
      <Duties
        title="Answers that it owes"
        thing="question"
        none="It owes no answer."
        items={sig.questions}
        count={sig.questionCount}
        href={({ number, proposal }) => `/proposals/${proposal.number}/questions#question-${number}`}
      />
      <Duties
        title="Asks that it owns"
        thing="ask"
        none="It owns no ask that is under way."
        items={sig.asks}
        count={sig.askCount}
        href={({ number, proposal }) => `/proposals/${proposal.number}#ask-${number}`}
      />
    </>
  );
}

interface DutiesProps {
  title: string;
  /** What a line is, before its number: "ask". */
  thing: string;
  none: string;
  items: readonly OfProposal[];
  count: number;
  href: (item: OfProposal) => string;
}

function Duties({ title, thing, none, items, count, href }: DutiesProps) {
  return (
    <section className="duties">
      <h2 className="duties-title">
        {title} {count > 0 && <span className="count">{count}</span>}
      </h2>
      {items.length === 0 && <p className="hint">{none}</p>}
      <ul>
        {items.map((item) => (
          <li key={`${item.proposal.number}-${item.number}`}>
            <a href={href(item)} title={item.proposal.title}>
              <span className="no">
                #{item.proposal.number} {thing} {item.number}
              </span>{" "}
              <span dir="auto">{item.text}</span>
            </a>
          </li>
        ))}
      </ul>
      {count > items.length && <p className="hint">and {count - items.length} more</p>}
    </section>
  );
}
