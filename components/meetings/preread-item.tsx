import { MaterialLink } from "@/components/materials/material-link";
import { AskItem } from "@/components/proposals/ask-item";
import { Prose } from "@/components/ui/prose";
import type { PrereadItem as Item, PrereadProposal } from "@/lib/meetings/preread-queries";
import { minutesToRead } from "@/lib/meetings/reading-load";
import { outlineParts, sectionLabels } from "@/lib/meetings/ui-text";
import { sectionTitle } from "@/lib/proposals/ui-text";

/** An item as it is read ahead of a meeting: its outline, its proposal, what is asked and open, what belongs to it. */
export function PrereadItem({ item }: { item: Item }) {
  const { proposal, presenter } = item;
  const written = outlineParts.filter(({ key }) => item.outline[key]);
  return (
    <>
      <p className="line-facts">
        {sectionLabels[item.section]} · {item.presentMinutes} + {item.qaMinutes} minutes
        {presenter && (
          <>
            {" "}
            · <a href={`/people/${presenter.handle}`}>{presenter.name}</a>
          </>
        )}
        {proposal && ` · about ${minutesToRead(proposal.words)} min to read`}
      </p>
      {item.note && (
        <p dir="auto">
          <b>Note:</b> {item.note}
        </p>
      )}
      {written.map(({ key, title }) => (
        <section key={key} aria-label={title}>
          <h3>{title}</h3>
          <Prose html={item.outline[key]?.html ?? ""} />
        </section>
      ))}
      {proposal && <Proposal proposal={proposal} />}
    </>
  );
}

function Proposal({ proposal }: { proposal: PrereadProposal }) {
  const { number, revision, author, asks, questions } = proposal;
  const materials = proposal.materials.filter(({ removedAt }) => !removedAt);
  return (
    <>
      <p>
        <a href={`/proposals/${number}`}>
          <span className="no">#{number}</span> <span dir="auto">{proposal.title}</span>
        </a>
        , revision {revision}, by {author.name}.
      </p>
      {proposal.summary && (
        <p className="summary" dir="auto">
          {proposal.summary}
        </p>
      )}
      {asks.length > 0 && (
        <>
          <h3>Asks</h3>
          <ol className="asks">
            {asks.map((ask) => (
              <AskItem key={ask.number} ask={ask} />
            ))}
          </ol>
        </>
      )}
      {questions.length > 0 && (
        <>
          <h3>Open questions</h3>
          <ol className="prose list-decimal ps-6">
            {questions.map((question) => (
              <li key={question.number} value={question.number} dir="auto">
                <a href={`/proposals/${number}/questions#question-${question.number}`}>{question.text}</a>
              </li>
            ))}
          </ol>
        </>
      )}
      {materials.length > 0 && (
        <>
          <h3>Materials</h3>
          <ul className="mats-side">
            {materials.map((material) => (
              <li key={material.number}>
                <MaterialLink material={material} />
              </li>
            ))}
          </ul>
        </>
      )}
      {proposal.sections.map(({ key, html }) => (
        <section key={key}>
          <h3>{sectionTitle(key)}</h3>
          <Prose html={html} />
        </section>
      ))}
    </>
  );
}
