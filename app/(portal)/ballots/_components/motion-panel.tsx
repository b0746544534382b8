import { BallotView } from "@/components/decisions/ballot-view";
import { MotionForm } from "@/components/decisions/motion-form";
import { Section } from "@/components/ui/section";
import { currentActor } from "@/lib/auth/reader";
import { now } from "@/lib/clock";
import { mayMove } from "@/lib/decisions/ballot-policy";
import type { BallotRow } from "@/lib/decisions/ballot-row";
import { ballotShown } from "@/lib/decisions/ballot-shown";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import { isOfficer } from "@/lib/workflow/actor";
import { makeMotionAction } from "../actions";
import { BallotForms } from "./ballot-forms";

interface Props {
  item: { id: number; proposal: { number: number } | null; ballots: BallotRow[]; decision: unknown };
  date: string;
  /** Whether the meeting has the item before it. */
  isOpen: boolean;
  kept?: string | string[];
}

/** The motions on an item in session: those that were made, and room for the next. */
export async function MotionPanel({ item, date, isOpen, kept }: Props) {
  const actor = await currentActor();
  const from = { from: "session", date };
  const ballots = item.ballots.map((row) => ballotShown(actor, row, now()));
  const isLive = ballots.some(
    ({ status }) => status === "moved" || status === "seconded" || status === "open",
  );
  const offersMotion = isOpen && !isLive && item.decision === null && mayMove(actor);
  if (ballots.length === 0 && !offersMotion) return null;
  return (
    <Section title={ballots.length > 1 ? "Motions" : "Motion"} id="motion">
      <ol className="decs">
        {ballots.map((ballot) => (
          <li key={ballot.id} id={`ballot-${ballot.id}`}>
            <BallotView ballot={ballot} />
            <BallotForms ballot={ballot} from={from} kept={kept} />
            <p className="meta">
              <a href={`/ballots/${ballot.id}`}>This ballot on a page of its own</a>
            </p>
          </li>
        ))}
      </ol>
      {offersMotion && (
        <MotionForm
          action={makeMotionAction}
          submissionKey={newSubmissionKey()}
          state={await stateFromKept(kept, "make-motion")}
          hidden={{ ...from, itemId: item.id }}
          onProposal={item.proposal !== null}
          inMeeting
          forOthers={isOfficer(actor)}
          folded="Make a motion"
        />
      )}
    </Section>
  );
}
