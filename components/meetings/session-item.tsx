import { ConcernsStanding } from "@/components/discussion/concerns-standing";
import { MaterialLink } from "@/components/materials/material-link";
import { Disclosure } from "@/components/ui/disclosure";
import { Facts } from "@/components/ui/facts";
import { Prose } from "@/components/ui/prose";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import { StatusBadge } from "@/components/workflow/status-badge";
import type { SessionItem } from "@/lib/meetings/session-queries";
import type { ProposalRow } from "@/lib/meetings/session-row";
import { itemStages, itemStatusLabels, outlineParts } from "@/lib/meetings/ui-text";
import { askKindLabels } from "@/lib/proposals/ui-text";
import { TicketBefore } from "./ticket-before";

/** The item that is looked at: what is asked, what is open, and what the outline says. */
export function SessionItemHead({ item }: { item: SessionItem }) {
  const { proposal } = item;
  return (
    <Section
      title={item.title}
      aside={
        <StatusBadge
          status={item.status}
          label={itemStatusLabels[item.status]}
          stage={itemStages[item.status]}
        />
      }
    >
      <Facts items={factsOf(item)} />
      {item.ticket && <TicketBefore ticket={item.ticket} />}
      {proposal && <Asks proposal={proposal} />}
      {proposal && proposal.questions.length > 0 && <OpenQuestions proposal={proposal} />}
      {proposal && proposal.concerns.length > 0 && !item.mayDecide && (
        <div className="mt-6">
          <ConcernsStanding proposal={proposal.number} concerns={proposal.concerns} />
        </div>
      )}
      {proposal && proposal.materials.length > 0 && <Materials proposal={proposal} />}
      <Outline item={item} />
    </Section>
  );
}

function factsOf(item: SessionItem) {
  const { proposal, presenter, openedAt } = item;
  return [
    ...(proposal
      ? [
          {
            term: "Proposal",
            detail: (
              <a href={`/proposals/${proposal.number}`} dir="auto">
                <span className="no">#{proposal.number}</span> {proposal.title}
              </a>
            ),
          },
        ]
      : []),
    ...(presenter
      ? [{ term: "Presented by", detail: <a href={`/people/${presenter.handle}`}>{presenter.name}</a> }]
      : []),
    { term: "Time", detail: `${item.presentMinutes} minutes and ${item.qaMinutes} for questions` },
    ...(openedAt ? [{ term: "Opened", detail: <Time at={openedAt} format="time" /> }] : []),
    ...(item.pulled
      ? [
          {
            term: "Pulled",
            detail: <span dir="auto">{[item.pulled.by, item.pulled.reason].filter(Boolean).join(": ")}</span>,
          },
        ]
      : []),
    ...(item.carryCount > 0 ? [{ term: "Carried over", detail: times(item.carryCount) }] : []),
  ];
}

function times(count: number): string {
  return count === 1 ? "once" : `${count} times`;
}

function Asks({ proposal }: { proposal: ProposalRow }) {
  return (
    <>
      <h3 className="mt-6">Asks</h3>
      <ol className="prose list-decimal ps-6">
        {proposal.asks.map((ask) => (
          <li key={ask.number} value={ask.number} dir="auto">
            {ask.text} <span className="meta">{askKindLabels[ask.kind]}</span>
          </li>
        ))}
      </ol>
    </>
  );
}

function OpenQuestions({ proposal }: { proposal: ProposalRow }) {
  return (
    <>
      <h3 className="mt-6">Open questions</h3>
      <ol className="prose list-decimal ps-6">
        {proposal.questions.map((question) => (
          <li key={question.number} value={question.number} dir="auto">
            {question.text} <span className="meta">{question.of} owes the answer</span>
          </li>
        ))}
      </ol>
    </>
  );
}

function Materials({ proposal }: { proposal: ProposalRow }) {
  return (
    <>
      <h3 className="mt-6">Materials</h3>
      <ul className="mats-side">
        {proposal.materials.map((material) => (
          <li key={material.number}>
            <MaterialLink material={material} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Outline({ item }: { item: SessionItem }) {
  const parts = outlineParts.flatMap(({ key, title }) => {
    const html = item.outline[key]?.html;
    return html ? [{ key, title, html }] : [];
  });
  if (parts.length === 0) return null;
  return (
    <div className="mt-6">
      <Disclosure summary="Outline" open={item.lines.length === 0}>
        {parts.map(({ key, title, html }) => (
          <div key={key}>
            <h3 className="mt-4">{title}</h3>
            <Prose html={html} />
          </div>
        ))}
      </Disclosure>
    </div>
  );
}
