import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BallotView } from "@/components/decisions/ballot-view";
import { DecisionForm } from "@/components/decisions/decision-form";
import { EmptyState } from "@/components/ui/empty-state";
import { Facts } from "@/components/ui/facts";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import { currentActor } from "@/lib/auth/reader";
import { findBallot } from "@/lib/decisions/ballot-queries";
import { type BallotShown, draftDecision } from "@/lib/decisions/ballot-shown";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import { listOpenMeetings } from "@/lib/meetings/queries";
import { readNumber } from "@/lib/proposals/schema";
import { BallotForms } from "../_components/ballot-forms";
import { ballotDecisionAction } from "../actions";

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ kept?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Ballot ${readNumber((await params).id)}` };
}

export default async function BallotPage({ params, searchParams }: Props) {
  const [actor, { id }, { kept }] = await Promise.all([currentActor(), params, searchParams]);
  const ballot = await findBallot(actor, readNumber(id));
  if (!ballot) notFound();
  return (
    <article className="page">
      <PageHead
        title={ballot.proposal?.title ?? ballot.item?.title ?? "Ballot"}
        number={`Ballot ${ballot.id}`}
      />
      <div className="with-side">
        <div>
          <Section
            title={ballot.status === "moved" || ballot.status === "seconded" ? "Motion" : "Ballot"}
            id={`ballot-${ballot.id}`}
          >
            <BallotView ballot={ballot} />
            <BallotForms ballot={ballot} from={{ from: "ballot" }} kept={kept} />
            {actor.kind !== "person" && ballot.status === "open" && (
              <EmptyState title="You are not signed in.">
                <a href={`/sign-in?back=/ballots/${ballot.id}`}>Sign in</a> to say where you stand: directors
                bindingly, everybody else as advice.
              </EmptyState>
            )}
          </Section>
          {ballot.mayDecide && <Decide actor={actor} ballot={ballot} kept={kept} />}
        </div>
        <aside className="side" aria-label="About this ballot">
          <Section title="About it">
            <Facts items={factsOf(ballot)} />
          </Section>
        </aside>
      </div>
    </article>
  );
}

interface DecideProps {
  actor: Parameters<typeof listOpenMeetings>[0];
  ballot: BallotShown;
  kept?: string | string[];
}

/** What a ballot outside of a meeting leads to; one of a meeting is written down there, on its item. */
async function Decide({ actor, ballot, kept }: DecideProps) {
  if (ballot.meeting?.status === "in_session" && !ballot.item?.hasDecision) {
    return (
      <Section title="Decide" id="decide">
        <p>
          The meeting is in session: the decision is recorded{" "}
          <a href={`/meetings/${ballot.meeting.date}/session?item=${ballot.item?.id}#decide`}>on its item</a>.
        </p>
      </Section>
    );
  }
  if (ballot.proposal?.status !== "discussion") return null;
  const meetings = await listOpenMeetings(actor);
  return (
    <Section title="Decide" id="decide">
      <DecisionForm
        action={ballotDecisionAction}
        submissionKey={newSubmissionKey()}
        state={await stateFromKept(kept, "ballot-decision")}
        hidden={{ ballot: ballot.id }}
        draft={draftDecision(ballot, undefined)}
        laterMeetings={meetings}
      />
    </Section>
  );
}

function factsOf({
  proposal,
  meeting,
  openedAt,
  deadlineAt,
  closedAt,
  decisionId,
  isOfMeeting,
  revision,
}: BallotShown) {
  return [
    ...(proposal
      ? [
          {
            term: "Proposal",
            detail: (
              <a href={`/proposals/${proposal.number}/board`} dir="auto">
                <span className="no">#{proposal.number}</span> {proposal.title}
              </a>
            ),
          },
        ]
      : []),
    ...(revision ? [{ term: "Opened on", detail: `revision ${revision}` }] : []),
    ...(meeting
      ? [
          {
            term: "Moved in",
            detail: <a href={`/meetings/${meeting.date}`}>the meeting of {meeting.date}</a>,
          },
        ]
      : []),
    ...(openedAt ? [{ term: "Opened", detail: <Time at={openedAt} /> }] : []),
    ...(deadlineAt && !closedAt && !isOfMeeting
      ? [{ term: "Ends at the latest", detail: <Time at={deadlineAt} /> }]
      : []),
    ...(closedAt ? [{ term: "Closed", detail: <Time at={closedAt} /> }] : []),
    ...(decisionId
      ? [{ term: "Decision", detail: <a href={`/decisions/${decisionId}`}>what was decided</a> }]
      : []),
  ];
}
