import { BallotView } from "@/components/decisions/ballot-view";
import { MotionForm } from "@/components/decisions/motion-form";
import { Section } from "@/components/ui/section";
import { currentActor } from "@/lib/auth/reader";
import { now } from "@/lib/clock";
import type { BallotRow } from "@/lib/decisions/ballot-row";
import { ballotShown } from "@/lib/decisions/ballot-shown";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import { isOfficer } from "@/lib/workflow/actor";
import { makeMotionAction } from "../actions";
import { BallotForms } from "./ballot-forms";

interface Props {
  item: { id: number; proposal: { number: number } | null; ballots: BallotRow[]; mayMove: boolean };
  date: string;
  /** A line of the record that is to become one. */
  begins?: string;
  kept?: string | string[];
}

/** The motions on an item in session: those that were made, and room for the next. */
export async function MotionPanel({ item, date, begins, kept }: Props) {
  const actor = await currentActor();
  const from = { from: "session", date };
  const ballots = item.ballots.map((row) => ballotShown(actor, row, now()));
  if (ballots.length === 0 && !item.mayMove) return null;
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
      {item.mayMove && (
        <MotionForm
          action={makeMotionAction}
          submissionKey={newSubmissionKey()}
          state={await stateFromKept(kept, "make-motion")}
          hidden={{ ...from, itemId: item.id }}
          onProposal={item.proposal !== null}
          inMeeting
          forOthers={isOfficer(actor)}
          begins={begins}
          folded="Make a motion"
          shortcut="v"
        />
      )}
    </Section>
  );
}
