import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import type { FormAction, FormState } from "@/components/forms/form-state";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { Disclosure } from "@/components/ui/disclosure";
import type { Session } from "@/lib/meetings/session-queries";
import type { AttendanceRow, RosterRow } from "@/lib/meetings/session-row";

const stateLabels = { present: "Present", late: "Late", absent: "Absent", regrets: "Regrets" } as const;

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
      open={Boolean(state.values)}
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
