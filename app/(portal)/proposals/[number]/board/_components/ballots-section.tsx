import { makeMotionAction } from "@/app/(portal)/ballots/actions";
import { BallotBadge } from "@/components/decisions/ballot-view";
import { MotionForm } from "@/components/decisions/motion-form";
import { Section } from "@/components/ui/section";
import { currentActor } from "@/lib/auth/reader";
import { mayMove } from "@/lib/decisions/ballot-policy";
import type { BallotShown } from "@/lib/decisions/ballot-shown";
import { ruleLabels } from "@/lib/decisions/ballot-ui-text";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import type { ProposalHead } from "@/lib/proposals/queries";
import { isOfficer } from "@/lib/workflow/actor";

interface Props {
  head: ProposalHead;
  ballots: readonly BallotShown[];
  kept?: string | string[];
}

/** What the board votes or voted on, each in a sentence; outside of a meeting, room for a motion. */
export async function BallotsSection({ head, ballots, kept }: Props) {
  const actor = await currentActor();
  const isLive = ballots.some(
    ({ status }) => status === "moved" || status === "seconded" || status === "open",
  );
  const offersMotion = head.status === "discussion" && !isLive && mayMove(actor);
  if (ballots.length === 0 && !offersMotion) return null;
  return (
    <Section title="Ballots" id="ballots">
      <ol className="decs">
        {ballots.map((ballot) => (
          <li key={ballot.id} id={`ballot-${ballot.id}`}>
            <p className="dec-head">
              <BallotBadge ballot={ballot} /> <span className="meta">{ruleLabels[ballot.rule]}</span>
            </p>
            <blockquote className="dec-text" dir="auto">
              {ballot.text}
            </blockquote>
            {ballot.standing && <p>{ballot.standing}</p>}
            <p className="meta">
              <a href={`/ballots/${ballot.id}`}>
                {ballot.own && !ballot.own.position ? "Take a position" : "See the ballot"}
              </a>
            </p>
          </li>
        ))}
      </ol>
      {offersMotion && (
        <MotionForm
          action={makeMotionAction}
          submissionKey={newSubmissionKey()}
          state={await stateFromKept(kept, "make-motion")}
          hidden={{ from: "board", proposal: head.number }}
          onProposal
          inMeeting={false}
          forOthers={isOfficer(actor)}
          folded="Make a motion outside of a meeting"
        />
      )}
    </Section>
  );
}
