import { MotionPanel } from "@/app/(portal)/ballots/_components/motion-panel";
import { DecisionForm } from "@/components/decisions/decision-form";
import { DecisionView } from "@/components/decisions/decision-view";
import { ConcernsStanding } from "@/components/discussion/concerns-standing";
import { PullForm } from "@/components/meetings/pull-form";
import { SessionItemHead } from "@/components/meetings/session-item";
import { SessionLineForm } from "@/components/meetings/session-line-form";
import { SessionLines } from "@/components/meetings/session-lines";
import { Section } from "@/components/ui/section";
import { MoveButtons } from "@/components/workflow/move-buttons";
import { draftDecision } from "@/lib/decisions/ballot-shown";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import type { Session, SessionItem } from "@/lib/meetings/session-queries";
import {
  assignActionAction,
  moveItemAction,
  pullItemAction,
  recordDecisionAction,
  writeLineAction,
} from "../actions";

interface Props {
  session: Session;
  item: SessionItem;
  kept?: string | string[];
}

/** The item in the middle: what it is about, what was said, and what can be done with it now. */
export async function ItemInSession({ session, item, kept }: Props) {
  const { date } = session;
  const assign = item.mayWriteLines
    ? { action: assignActionAction, submissionKey: newSubmissionKey(), date }
    : null;
  return (
    <>
      <SessionItemHead item={item} />
      <div className="live-moves">
        <MoveButtons
          moves={item.moves}
          action={moveItemAction}
          submissionKey={newSubmissionKey()}
          state={await stateFromKept(kept, "move-item")}
          hidden={{ date, itemId: item.id, version: item.version }}
          variants={{ close: "plain" }}
        />
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
      <Section title="Lines" aside={item.lines.length || undefined}>
        {item.lines.length > 0 ? (
          <SessionLines lines={item.lines} assign={assign} />
        ) : (
          <p className="meta">Nothing is written down yet.</p>
        )}
      </Section>
      {item.mayWriteLines && (
        <Section title="Write a line" id="write">
          <SessionLineForm
            action={writeLineAction}
            submissionKey={newSubmissionKey()}
            state={await stateFromKept(kept, "write-line")}
            date={date}
            itemId={item.id}
          />
        </Section>
      )}
      <MotionPanel
        item={item}
        date={date}
        isOpen={session.status === "in_session" && item.status === "open"}
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
              item.lines.findLast(({ kind }) => kind === "agreed")?.text,
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
