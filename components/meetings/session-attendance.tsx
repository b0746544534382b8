import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import type { FormAction, FormState } from "@/components/forms/form-state";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { Disclosure } from "@/components/ui/disclosure";
import { Note } from "@/components/ui/note";
import { Time } from "@/components/ui/time";
import { quorumSentence } from "@/lib/meetings/quorum";
import type { Session } from "@/lib/meetings/session-queries";
import type { AttendanceRow, RosterRow } from "@/lib/meetings/session-row";

const stateLabels = { present: "Present", late: "Late", absent: "Absent", regrets: "Regrets" } as const;

/** Who is there, and whether they are a quorum. */
export function SessionAttendance({ session }: { session: Session }) {
  const { quorum, attendance, timeZone } = session;
  return (
    <>
      {quorum.reached ? (
        <p>
          {quorumSentence(quorum)}
          {quorum.reachedAt && (
            <>
              {" "}
              Reached at <Time at={quorum.reachedAt} format="time" also={timeZone} />.
            </>
          )}
        </p>
      ) : (
        <Note tone="warn">{quorumSentence(quorum)}</Note>
      )}
      <ul className="there">
        {attendance.map((person) => (
          <li key={person.handle}>
            {person.name}
            {person.roles.length > 0 && ` (${person.roles.join(", ")})`}{" "}
            <span className="meta">
              {stateLabels[person.state]}
              {person.part === "guest" && ", guest"}
              {person.state === "late" && person.arrivedAt && (
                <>
                  , <Time at={person.arrivedAt} format="time" />
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

export interface AttendanceFormProps {
  session: Session;
  action: FormAction;
  submissionKey: string;
  state: FormState;
}

/** Directors, officers, who presents, and who walked in: all saved together. */
export function AttendanceForm({ session, action, submissionKey, state }: AttendanceFormProps) {
  const people = listed(session);
  return (
    <Disclosure
      summary={session.attendanceRecorded ? "Change attendance" : "Record attendance"}
      open={!session.attendanceRecorded || Boolean(state.values)}
    >
      <ActionForm action={action} submissionKey={submissionKey} state={state} label="Attendance">
        <HiddenField name="date" value={session.date} />
        {people.map((person) => (
          <SelectField
            key={person.handle}
            name={`state.${person.handle}`}
            label={`${person.name}${person.part === "director" ? "" : ` (${person.roles[0] ?? person.part})`}`}
            defaultValue={person.state ?? expected(person)}
            options={[
              { value: "", label: "Not recorded" },
              ...Object.entries(stateLabels).map(([value, label]) => ({ value, label })),
            ]}
          />
        ))}
        <TextField
          name="walkOns"
          label="Guests who walked in"
          hint="Their handles, such as @ada @bea."
          autoComplete="off"
          required={false}
        />
        <div className="actions">
          <SubmitButton>Save attendance</SubmitButton>
        </div>
      </ActionForm>
    </Disclosure>
  );
}

/** Regrets that were sent ahead; who said that they come still has to come. */
function expected({ reply }: RosterRow): string {
  return reply === "regrets" ? "regrets" : "";
}

/** The roster, and whoever was recorded beside it. */
function listed({ roster, attendance }: Session): (RosterRow & { state?: AttendanceRow["state"] })[] {
  const recorded = new Map(attendance.map((person) => [person.handle, person]));
  const known = new Set(roster.map((person) => person.handle));
  return [
    ...roster.map((person) => ({ ...person, state: recorded.get(person.handle)?.state })),
    ...attendance.filter((person) => !known.has(person.handle)),
  ];
}
