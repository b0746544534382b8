import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { AttendanceForm } from "@/components/meetings/session-attendance";
import { Disclosure } from "@/components/ui/disclosure";
import { MoveButtons } from "@/components/workflow/move-buttons";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import type { Session } from "@/lib/meetings/session-queries";
import { togetherSections } from "@/lib/meetings/together";
import { adjournAction, adoptTogetherAction, attendanceAction, callToOrderAction } from "../actions";
import { Executive } from "./executive";
import { RollCallHere } from "./roll-call-here";

/** What the chair and the secretary do with the meeting as a whole. */
export async function RunTheMeeting({ session, kept }: { session: Session; kept?: string | string[] }) {
  const { date, version } = session;
  const begin = session.moves.filter((move) => move.name === "call_to_order");
  const mayAdjourn = session.moves.some((move) => move.name === "adjourn");
  return (
    <>
      <MoveButtons
        moves={begin}
        action={callToOrderAction}
        submissionKey={newSubmissionKey()}
        state={await stateFromKept(kept, "call-to-order")}
        hidden={{ date, version }}
      />
      {session.mayRecordAttendance && session.status === "in_session" && <RollCallHere session={session} />}
      {session.mayRecordAttendance && (
        <AttendanceForm
          session={session}
          action={attendanceAction}
          submissionKey={newSubmissionKey()}
          state={await stateFromKept(kept, "attendance")}
        />
      )}
      {session.together.length > 0 && session.attendanceRecorded && (
        <div className="live-moves">
          {session.together.map(({ section, items }) => (
            <ActionForm
              key={section}
              action={adoptTogetherAction}
              submissionKey={newSubmissionKey()}
              label={togetherSections[section].label}
            >
              <HiddenField name="date" value={date} />
              <HiddenField name="section" value={section} />
              <SubmitButton variant="plain">{`${togetherSections[section].label} (${items})`}</SubmitButton>
            </ActionForm>
          ))}
        </div>
      )}
      {session.mayPreside && session.attendanceRecorded && <Executive session={session} kept={kept} />}
      {mayAdjourn && (
        <Disclosure summary="Adjourn the meeting">
          <ActionForm
            action={adjournAction}
            submissionKey={newSubmissionKey()}
            state={await stateFromKept(kept, "adjourn")}
            label="Adjourn"
          >
            <HiddenField name="date" value={date} />
            <HiddenField name="version" value={version} />
            <p className="hint">
              What was opened and not decided ends with “no decision”. What was not opened goes to the next
              meeting, unless you <a href={`/meetings/${date}/adjourn`}>choose for each where it goes</a>. The
              minutes are drafted.
            </p>
            <TextField
              name="followUp"
              label="Who takes on what is undecided"
              hint="A person such as @ada; the secretary, if you leave it empty."
              autoComplete="off"
              required={false}
            />
            <div className="actions">
              <SubmitButton>Adjourn</SubmitButton>
            </div>
          </ActionForm>
        </Disclosure>
      )}
    </>
  );
}
