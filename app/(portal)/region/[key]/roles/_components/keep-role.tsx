import { ActionForm } from "@/components/forms/action-form";
import { CheckField } from "@/components/forms/check-field";
import { HiddenField } from "@/components/forms/fieldset";
import type { FormState } from "@/components/forms/form-state";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea, TextField } from "@/components/forms/text-field";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import type { HolderShown, RegionRoleShown } from "@/lib/region/role-queries";
import {
  addRoleAction,
  changeRoleAction,
  giveAccessAction,
  handOverRoleAction,
  layDownRoleAction,
  retireRoleAction,
  takeAccessAction,
  takeRoleAction,
} from "../../../role-actions";

const forms = [
  "change-role",
  "retire-role",
  "take-role",
  "hand-over-role",
  "lay-down-role",
  "take-access",
] as const;
type Kept = (form: (typeof forms)[number]) => FormState | undefined;

/** What was kept of the forms of roles, by the role or the holder that it belongs to. */
export async function keptOfRoles(
  kept: string | string[] | undefined,
): Promise<(role: RegionRoleShown) => Kept> {
  const states = new Map(
    await Promise.all(forms.map(async (form) => [form, await stateFromKept(kept, form)] as const)),
  );
  return ({ id, holders }) =>
    (form) => {
      const state = states.get(form);
      const { roleId, holderId } = state?.values ?? {};
      const isOurs = roleId === String(id) || holders.some((holder) => String(holder.id) === holderId);
      return isOurs ? state : undefined;
    };
}

interface RoleProps {
  region: string;
  role: RegionRoleShown;
  kept: Kept;
}

/** For those who keep the roles: who holds it, what it is, whether it is needed. */
export function KeepRole({ region, role, kept }: RoleProps) {
  const retire = role.moves.find(({ name }) => name === "retire");
  return (
    <>
      <ActionForm
        folded={`Name who holds “${role.name}”`}
        action={takeRoleAction}
        submissionKey={newSubmissionKey()}
        state={kept("take-role")}
        submitLabel="Name them"
        label={`Who holds “${role.name}”`}
      >
        <Keys region={region} roleId={role.id} />
        <PersonField />
      </ActionForm>
      <ActionForm
        folded={role.status === "to_define" ? `Define “${role.name}”` : `Change “${role.name}”`}
        action={changeRoleAction}
        submissionKey={newSubmissionKey()}
        state={kept("change-role")}
        submitLabel="Save the role"
        label={`What “${role.name}” is`}
      >
        <Keys region={region} roleId={role.id} version={role.version} />
        <RoleFields role={role} />
      </ActionForm>
      {retire && !retire.refusal && (
        <ActionForm
          folded={`“${role.name}” is no longer needed`}
          action={retireRoleAction}
          submissionKey={newSubmissionKey()}
          state={kept("retire-role")}
          submitLabel="It is no longer needed"
          label={`“${role.name}” is no longer needed`}
        >
          <Keys region={region} roleId={role.id} version={role.version} />
          <TextField name="reason" label="Why" required maxLength={2000} />
        </ActionForm>
      )}
    </>
  );
}

interface HolderProps {
  region: string;
  holder: HolderShown;
  needsAccess: boolean;
  kept: Kept;
}

/** For who holds a role, and those who keep it: hand it over, lay it down, access. */
export function KeepHolder({ region, holder, needsAccess, kept }: HolderProps) {
  const { id, name, mayHandOver, mayGiveAccess, mayTakeAccess } = holder;
  const mine = (form: Parameters<Kept>[0]) => {
    const state = kept(form);
    return state?.values?.holderId === String(id) ? state : undefined;
  };
  return (
    <>
      {needsAccess && mayGiveAccess && (
        <ActionForm
          action={giveAccessAction}
          submissionKey={newSubmissionKey()}
          className="inline-form"
          label={`Access for ${name}`}
        >
          <Keys region={region} holderId={id} />
          <SubmitButton variant="plain" size="small">
            {`${name} has access`}
          </SubmitButton>
        </ActionForm>
      )}
      {mayHandOver && (
        <ActionForm
          folded={`Hand over from ${name}`}
          action={handOverRoleAction}
          submissionKey={newSubmissionKey()}
          state={mine("hand-over-role")}
          submitLabel="Hand over"
          label={`Hand over from ${name}`}
        >
          <Keys region={region} holderId={id} />
          <PersonField />
        </ActionForm>
      )}
      {mayHandOver && (
        <Reasoned
          folded={`${name} lays it down`}
          action={layDownRoleAction}
          state={mine("lay-down-role")}
          keys={<Keys region={region} holderId={id} />}
          submitLabel="Lay it down"
        />
      )}
      {mayTakeAccess && (
        <Reasoned
          folded={`${name} has no access any more`}
          action={takeAccessAction}
          state={mine("take-access")}
          keys={<Keys region={region} holderId={id} />}
          submitLabel="Access has ended"
        />
      )}
    </>
  );
}

interface ReasonedProps {
  folded: string;
  action: typeof layDownRoleAction;
  state: FormState | undefined;
  keys: React.ReactNode;
  submitLabel: string;
}

function Reasoned({ folded, action, state, keys, submitLabel }: ReasonedProps) {
  return (
    <ActionForm
      folded={folded}
      action={action}
      submissionKey={newSubmissionKey()}
      state={state}
      submitLabel={submitLabel}
      label={folded}
    >
      {keys}
      <TextField name="reason" label="Why" required maxLength={2000} />
    </ActionForm>
  );
}

export async function AddRole({ region, kept }: { region: string; kept: string | string[] | undefined }) {
  return (
    <ActionForm
      folded="Name a role"
      action={addRoleAction}
      submissionKey={newSubmissionKey()}
      state={await stateFromKept(kept, "add-role")}
      submitLabel="Add the role"
      label="Name a role"
    >
      <Keys region={region} />
      <RoleFields />
    </ActionForm>
  );
}

function Keys(values: { region: string; roleId?: number; holderId?: number; version?: number }) {
  return Object.entries(values).map(
    ([name, value]) => value !== undefined && <HiddenField key={name} name={name} value={value} />,
  );
}

function PersonField() {
  return (
    <>
      <TextField name="person" label="Who" hint="A person such as @ada." required maxLength={100} />
      <TextArea
        name="note"
        label="What they should know"
        hint="Where things are, what is under way, whom to ask."
        rows={3}
        required={false}
        maxLength={2000}
      />
    </>
  );
}

function RoleFields({ role }: { role?: RegionRoleShown }) {
  return (
    <>
      <TextField name="name" label="Name" defaultValue={role?.name} required maxLength={80} />
      <TextField
        name="purpose"
        label="What it is for"
        hint="One sentence. Leave it empty where that is still to be defined."
        defaultValue={role?.purpose}
        required={false}
        maxLength={300}
      />
      <TextArea
        name="duties"
        label="What it does"
        hint="One duty a line."
        defaultValue={role?.duties.join("\n")}
        rows={4}
        required={false}
        maxLength={4000}
      />
      <TextField
        name="leastHolders"
        label="How many people it takes"
        hint="Two, where one alone would be a risk."
        inputMode="numeric"
        defaultValue={role?.leastHolders ?? 1}
        required
      />
      <CheckField
        name="needsAccess"
        label="Its holders need access to the machines"
        defaultChecked={role?.needsAccess ?? false}
      />
    </>
  );
}
