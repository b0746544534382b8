import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import { SubmitButton } from "@/components/forms/submit-button";
import { timerHtml } from "@/components/meetings/live/timer-html";
import { newSubmissionKey } from "@/lib/form-action";
import type { Session } from "@/lib/meetings/session-queries";
import { minutesLeftOver } from "@/lib/meetings/timer";
import { addMinutesAction, beginQuestionsAction } from "../actions";

/** The time of the open item, for everybody; the chair ends the presentation and gives time. */
export function ItemTime({ session }: { session: Session }) {
  const { live, mayPreside } = session;
  return (
    <>
      <div
        data-live="timer"
        role="timer"
        aria-label="Time of the open item"
        // biome-ignore lint/security/noDangerouslySetInnerHtml: made by html.ts, which escapes.
        dangerouslySetInnerHTML={{ __html: timerHtml(live, live.now) }}
      />
      {mayPreside && live.openItemId !== null && <GiveTime session={session} itemId={live.openItemId} />}
    </>
  );
}

function GiveTime({ session: { date, live }, itemId }: { session: Session; itemId: number }) {
  const open = live.items.find(({ id }) => id === itemId);
  if (!open) return null;
  const { questionsAt, qaMinutes, extraPresentMinutes, extraQaMinutes } = open.time;
  const leftOver = minutesLeftOver(live.items.map(({ time }) => time));
  return (
    <div className="live-time">
      {questionsAt === null && qaMinutes > 0 && (
        <ActionForm
          action={beginQuestionsAction}
          submissionKey={newSubmissionKey()}
          label="Begin the questions"
        >
          <HiddenField name="date" value={date} />
          <HiddenField name="itemId" value={itemId} />
          <SubmitButton variant="plain" size="small">
            Begin the questions
          </SubmitButton>
        </ActionForm>
      )}
      <ActionForm action={addMinutesAction} submissionKey={newSubmissionKey()} label="Give time">
        <HiddenField name="date" value={date} />
        <HiddenField name="itemId" value={itemId} />
        <HiddenField name="ofTotal" value={extraPresentMinutes + extraQaMinutes} />
        <div className="actions">
          {leftOver > 0 && (
            <SubmitButton name="minutes" value={String(Math.min(leftOver, 60))} variant="plain" size="small">
              {`Add the ${leftOver} min left over`}
            </SubmitButton>
          )}
          {[1, 5].map((minutes) => (
            <SubmitButton key={minutes} name="minutes" value={String(minutes)} variant="plain" size="small">
              {`Add ${minutes} min`}
            </SubmitButton>
          ))}
        </div>
      </ActionForm>
    </div>
  );
}
