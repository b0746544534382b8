import { MotionPanel } from "@/app/(portal)/ballots/_components/motion-panel";
import { DecisionForm } from "@/components/decisions/decision-form";
import { DecisionView } from "@/components/decisions/decision-view";
import { ConcernsStanding } from "@/components/discussion/concerns-standing";
import { PullForm } from "@/components/meetings/pull-form";
import { SessionItemHead } from "@/components/meetings/session-item";
import { Section } from "@/components/ui/section";
import { draftDecision } from "@/lib/decisions/ballot-shown";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import type { Session, SessionItem } from "@/lib/meetings/session-queries";
import { pullItemAction, recordDecisionAction } from "../actions";
import { ItemLines } from "./item-lines";
import { ItemMoves } from "./item-moves";

interface Props {
  session: Session;
  item: SessionItem;
  kept?: string | string[];
  /** The reader, where somebody is signed in. */
  handle?: string;
  /** The line that is being changed. */
  editing?: number;
  /** The line that is to become a motion. */
  moving?: number;
}

/** The item in the middle: what it is about, what was said, and what can be done with it now. */
export async function ItemInSession(props: Props) {
  const { session, item, kept, moving } = props;
  const { date } = session;
  return (
    <>
      <SessionItemHead item={item} />
      <div className="live-moves">
        <ItemMoves session={session} item={item} kept={kept} />
      </div>
      {item.mayPull && (
        <PullForm
          action={pullItemAction}
          date={date}
          itemId={item.id}
          title={item.title}
          submissionKey={newSubmissionKey()}
        />
      )}
      <ItemLines {...props} />
      <MotionPanel
        item={item}
        date={date}
        begins={item.lines.find(({ id }) => id === moving)?.text}
        kept={kept}
      />
      {item.decision && (
        <Section title="Decision" id="decision">
          <DecisionView {...item.decision} />
        </Section>
      )}
      {item.mayDecide && (
        <Section title="Decide" id="decide">
          <DecisionForm
            action={recordDecisionAction}
            submissionKey={newSubmissionKey()}
            state={await stateFromKept(kept, "decision")}
            hidden={{ date, itemId: item.id }}
            draft={draftDecision(
              item.ballots.at(-1),
              item.lines.findLast(({ kind, struck }) => kind === "agreed" && !struck)?.text,
            )}
            laterMeetings={session.laterMeetings}
            standing={
              item.proposal && (
                <ConcernsStanding proposal={item.proposal.number} concerns={item.proposal.concerns} />
              )
            }
          />
        </Section>
      )}
    </>
  );
}
