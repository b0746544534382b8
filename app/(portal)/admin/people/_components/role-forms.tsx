import type { ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import type { FormAction } from "@/components/forms/form-state";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField, type TextFieldProps } from "@/components/forms/text-field";
import { Time } from "@/components/ui/time";
import { dayInWords } from "@/lib/calendar-date";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import { listBodies, type PersonLine, type RoleLine } from "@/lib/people/directory-queries";
import { roleInWords, roleLabels } from "@/lib/people/ui-text";
import { endRoleAction, giveRoleAction, recordPastRoleAction, setTermAction } from "../actions";

interface FormProps {
  person: PersonLine;
  kept: string | string[] | undefined;
}

/** A role that somebody holds, with the ways to plan its end and to end it. */
export async function HeldRole({ person, role, kept }: FormProps & { role: RoleLine }) {
  const name = roleInWords(role);
  const typedIn = (form: string) => stateFromKept(kept, `${form}-${role.role}-${role.bodyHandle}`);
  const [term, end] = await Promise.all([typedIn("set-term"), typedIn("end-role")]);
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
          state={term}
          submitLabel="Set the term"
          label={`Term of ${name}`}
        >
          <RoleFields person={person} role={role} />
          <DayField
            name="termEnds"
            label="Last day of the term"
            hint="Empty for none. It is reminded of; the role goes on until somebody ends it."
            defaultValue={role.termEnds ?? ""}
            required={false}
          />
        </ActionForm>
        <ActionForm
          folded={`End “${name}”`}
          action={endRoleAction}
          submissionKey={newSubmissionKey()}
          state={end}
          label={`End ${name}`}
        >
          <RoleFields person={person} role={role} />
          <TextField name="reason" label="Why" hint="They are told." required={false} maxLength={2000} />
          <div className="actions">
            <SubmitButton variant="danger">End the role</SubmitButton>
          </div>
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

export function GiveRole(props: FormProps) {
  return (
    <RoleForm {...props} form="give-role" action={giveRoleAction} words="Give a role" submit="Give the role">
      <DayField
        name="termEnds"
        label="Last day of the term"
        hint="Where one is set, such as 2027-10-31."
        required={false}
      />
    </RoleForm>
  );
}

export function RecordPastRole(props: FormProps) {
  return (
    <RoleForm
      {...props}
      form="past-role"
      action={recordPastRoleAction}
      words="Write down a role of the past"
      submit="Write it down"
    >
      <DayField name="since" label="From" hint="Such as 2019-10-09." required />
      <DayField
        name="until"
        label="Until"
        hint="The day on which it was over. What was counted then stays as it was counted."
        required
      />
    </RoleForm>
  );
}

interface RoleFormProps extends FormProps {
  form: string;
  action: FormAction;
  words: string;
  submit: string;
  /** What is asked besides the role and its body. */
  children: ReactNode;
}

async function RoleForm({ person, kept, form, action, words, submit, children }: RoleFormProps) {
  const [bodies, state] = await Promise.all([listBodies(), stateFromKept(kept, form)]);
  return (
    <ActionForm
      folded={words}
      action={action}
      submissionKey={newSubmissionKey()}
      state={state}
      submitLabel={submit}
      label={words}
    >
      <HiddenField name="person" value={person.handle} />
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
      {children}
    </ActionForm>
  );
}

function DayField(props: Omit<TextFieldProps, "type">) {
  return <TextField {...props} type="date" />;
}
