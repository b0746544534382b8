import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BallotView } from "@/components/decisions/ballot-view";
import { About, Corrections, Origin } from "@/components/decisions/decision-list";
import { DecisionView } from "@/components/decisions/decision-view";
import { MovedOn } from "@/components/proposals/moved-on";
import { Facts } from "@/components/ui/facts";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { currentActor } from "@/lib/auth/reader";
import { effects } from "@/lib/decisions/effects";
import { type DecisionPage, findDecision } from "@/lib/decisions/queries";
import { readNumber } from "@/lib/proposals/schema";
import { CorrectionForm } from "../_components/correction-form";

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ kept?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Decision ${readNumber((await params).id)}` };
}

export default async function DecisionPageOf({ params, searchParams }: Props) {
  const [actor, { id }, { kept }] = await Promise.all([currentActor(), params, searchParams]);
  const decision = await findDecision(actor, readNumber(id));
  if (!decision) notFound();
  const { proposal, ballot } = decision;
  return (
    <article className="page">
      <PageHead
        title={proposal?.title ?? decision.ticket?.title ?? "Decision"}
        number={`Decision ${decision.id}`}
      />
      <div className="with-side">
        <div>
          <Section title="Decision">
            <DecisionView {...decision} />
            <Corrections {...decision} />
            <p className="meta mt-3">
              <Origin {...decision} />
            </p>
            {proposal && (
              <MovedOn proposal={proposal.number} spoke={decision.revision} current={proposal.revision} />
            )}
            {proposal && <p className="dec-next">{effects[decision.outcome].sentence}</p>}
          </Section>
          {ballot && (
            <Section title="Ballot" aside={<a href={`/ballots/${ballot.id}`}>Ballot {ballot.id}</a>}>
              <BallotView ballot={ballot} />
            </Section>
          )}
          {decision.mayCorrect && <CorrectionForm decision={decision} kept={kept} />}
        </div>
        <aside className="side" aria-label="Where it comes from and what came of it">
          <Section title="Comes from">
            <Facts items={cameFrom(decision)} />
          </Section>
          <Section title="Led to">
            {decision.tickets.length > 0 && (
              <ul className="lines">
                {decision.tickets.map((ticket) => (
                  <li key={ticket.number}>
                    <a href={`/tickets/${ticket.number}`} dir="auto">
                      <span className="no">T-{ticket.number}</span> {ticket.title}
                    </a>
                  </li>
                ))}
              </ul>
            )}
            <p>
              <a href={`/provenance/decision/${decision.id}`}>All that it caused</a>
            </p>
          </Section>
        </aside>
      </div>
    </article>
  );
}

function cameFrom(decision: DecisionPage) {
  const { proposal, meeting, item, ballot } = decision;
  return [
    { term: proposal ? "Proposal" : "Ticket", detail: <About {...decision} /> },
    ...(meeting && item
      ? [{ term: "Item", detail: <a href={`/meetings/${meeting}/session?item=${item.id}`}>{item.title}</a> }]
      : []),
    ...(ballot ? [{ term: "Ballot", detail: <a href={`/ballots/${ballot.id}`}>{ballot.standing}</a> }] : []),
    ...(proposal
      ? [
          {
            term: "Talk",
            detail: <a href={`/proposals/${proposal.number}#discussion`}>what was said before</a>,
          },
        ]
      : []),
  ];
}
