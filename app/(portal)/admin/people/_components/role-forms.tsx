import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import { Time } from "@/components/ui/time";
import { dayInWords } from "@/lib/calendar-date";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import { listBodies, type PersonLine, type RoleLine } from "@/lib/people/directory-queries";
import { roleLabels } from "@/lib/people/ui-text";
import { endRoleAction, giveRoleAction, recordPastRoleAction, setTermAction } from "../actions";

interface FormProps {
  person: PersonLine;
  kept: string | string[] | undefined;
}

/** A role that somebody holds, with the ways to plan its end and to end it. */
export function HeldRole({ person, role }: { person: PersonLine; role: RoleLine }) {
  const name = `${roleLabels[role.role] ?? role.role}, ${role.body}`;
  return (
    <li>
      <b className="line-title">{name}</b>
      <p className="line-facts">
        Since <Time at={role.since} format="date" />
        {role.termEnds && ` · the term is to end on ${dayInWords(role.termEnds)}`}
        {role.group &&
          ` · by the group ${role.group}: it comes back ${person.askAt ? "when the account service is asked next" : "at the next sign-in"} while the group gives it`}
      </p>
      <div className="line-forms">
        <ActionForm
          folded={`Plan the end of “${name}”`}
          action={setTermAction}
          submissionKey={newSubmissionKey()}
          submitLabel="Set the term"
          label={`Term of ${name}`}
        >
          <RoleFields person={person} role={role} />
          <DayField
            name="termEnds"
            label="Last day of the term"
            hint="Empty for none. It is reminded of; the role goes on until somebody ends it."
            value={role.termEnds ?? ""}
          />
        </ActionForm>
        <ActionForm
          folded={`End “${name}”`}
          action={endRoleAction}
          submissionKey={newSubmissionKey()}
          submitLabel="End the role"
          label={`End ${name}`}
        >
          <RoleFields person={person} role={role} />
          <TextField name="reason" label="Why" hint="They are told." required={false} maxLength={2000} />
        </ActionForm>
      </div>
    </li>
  );
}

function RoleFields({ person, role }: { person: PersonLine; role: RoleLine }) {
  return (
    <>
      <HiddenField name="person" value={person.handle} />
      <HiddenField name="role" value={role.role} />
      <HiddenField name="body" value={role.bodyHandle} />
    </>
  );
}

export async function GiveRole({ person, kept }: FormProps) {
  return (
    <ActionForm
      folded="Give a role"
      action={giveRoleAction}
      submissionKey={newSubmissionKey()}
      state={await stateFromKept(kept, "give-role")}
      submitLabel="Give the role"
      label="Give a role"
    >
      <HiddenField name="person" value={person.handle} />
      <Choices />
      <DayField
        name="termEnds"
        label="Last day of the term"
        hint="Where one is set, such as 2027-10-31."
        value=""
      />
    </ActionForm>
  );
}

export async function RecordPastRole({ person, kept }: FormProps) {
  return (
    <ActionForm
      folded="Write down a role of the past"
      action={recordPastRoleAction}
      submissionKey={newSubmissionKey()}
      state={await stateFromKept(kept, "past-role")}
      submitLabel="Write it down"
      label="Write down a role of the past"
    >
      <HiddenField name="person" value={person.handle} />
      <Choices />
      <DayField name="since" label="From" hint="Such as 2019-10-09." value="" required />
      <DayField
        name="until"
        label="Until"
        hint="The day on which it was over. What was counted then stays as it was counted."
        value=""
        required
      />
    </ActionForm>
  );
}

async function Choices() {
  const bodies = await listBodies();
  return (
    <>
      <SelectField
        name="role"
        label="Role"
        options={Object.entries(roleLabels).map(([value, label]) => ({ value, label }))}
      />
      <SelectField
        name="body"
        label="In"
        options={bodies.map(({ handle, name }) => ({ value: handle, label: name }))}
      />
    </>
  );
}

interface DayProps {
  name: string;
  label: string;
  hint: string;
  value: string;
  required?: boolean;
}

function DayField({ value, required = false, ...field }: DayProps) {
  return <TextField {...field} type="date" defaultValue={value} required={required} />;
}
