import type { ReactNode } from "react";
import { DebtsSide } from "@/components/discussion/debts-side";
import { MaterialsAside } from "@/components/materials/materials-aside";
import { Facts } from "@/components/ui/facts";
import { Time } from "@/components/ui/time";
import { revisionsHref } from "@/lib/proposals/moved-on";
import type { ProposalHead } from "@/lib/proposals/queries";
import type { ProposalSide } from "@/lib/proposals/side-queries";
import { CoAuthors } from "./co-authors";
import { SupportSide } from "./support-side";

interface Props {
  head: ProposalHead;
  side?: ProposalSide;
  /** What is the reader's own: forms. */
  children?: ReactNode;
}

/** Who stands behind a proposal, and what it waits for. */
export function ProposalAside({ head, side, children }: Props) {
  return (
    <aside className="side" aria-label="About this proposal">
      <Facts items={factsOf(head)} />
      {side && <DebtsSide number={head.number} debts={side.debts} />}
      {side && (
        <SupportSide
          number={head.number}
          revision={head.revision}
          endorsements={side.endorsements}
          relations={side.relations}
        />
      )}
      {side && <MaterialsAside head={head} materials={side.materials} preread={side.preread} />}
      {children}
    </aside>
  );
}

function factsOf(head: ProposalHead) {
  const { author, sig, meeting, counts } = head;
  return [
    { term: "Requester", detail: <a href={`/people/${author.handle}`}>{author.name}</a> },
    ...(head.coAuthors.length > 0 ? [{ term: "With", detail: <CoAuthors head={head} /> }] : []),
    { term: "SIG", detail: sig ? <a href={`/sigs/${sig.handle}`}>{sig.name}</a> : "None yet" },
    {
      term: "Revision",
      detail:
        head.revision > 0 ? (
          <a href={revisionsHref(head.number)}>
            {head.revision === 1 ? "The first" : `${head.revision}, and what changed`}
          </a>
        ) : (
          "Not published"
        ),
    },
    ...(meeting
      ? [
          {
            term: "Agenda",
            detail: (
              <a href={`/meetings/${meeting.date}`}>
                <Time at={meeting.startsAt} />
              </a>
            ),
          },
        ]
      : []),
    {
      term: "Open questions",
      detail: <a href={`/proposals/${head.number}/questions`}>{counts.openQuestions || "None"}</a>,
    },
    ...(head.carryCount > 0 ? [{ term: "Carried over", detail: `${head.carryCount} ×` }] : []),
    ...(head.sourceUrl
      ? [
          {
            term: "Came from",
            detail: (
              <a href={head.sourceUrl} rel="nofollow noopener">
                the tracker
              </a>
            ),
          },
        ]
      : []),
  ];
}
