import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import type { FormState } from "@/components/forms/form-state";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea, TextField } from "@/components/forms/text-field";
import { WorkloadLines } from "@/components/region/workload-lines";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import type { SigShown } from "@/lib/people/sig-queries";
import { mayAddWorkload } from "@/lib/region/workload-policy";
import type { WorkloadShown } from "@/lib/region/workload-queries";
import type { Actor } from "@/lib/workflow/actor";
import { addWorkloadAction, moveWorkloadAction, updateWorkloadAction } from "../../actions";

interface Props {
  sig: SigShown;
  actor: Actor;
  kept: string | string[] | undefined;
}

/** What the SIG runs on a region; who may say so says it here. */
export async function SigWorkloads({ sig, actor, kept }: Props) {
  const [moving, updating] = [
    await stateFromKept(kept, "move-workload"),
    await stateFromKept(kept, "update-workload"),
  ];
  const mayAdd = mayAddWorkload(actor, { sigId: sig.id });
  return (
    <Section title="Workloads" id="workloads">
      {sig.workloads.length > 0 ? (
        <WorkloadLines workloads={sig.workloads} of="sig">
          {(workload) => (
            <KeepWorkload
              workload={workload}
              sig={sig.handle}
              moving={ofWorkload(moving, workload)}
              updating={ofWorkload(updating, workload)}
            />
          )}
        </WorkloadLines>
      ) : (
        <EmptyState title="It runs nothing on a region yet." />
      )}
      {mayAdd && sig.regions.length > 0 && <AddWorkload sig={sig} kept={kept} />}
    </Section>
  );
}

function ofWorkload(state: FormState, { id }: WorkloadShown): FormState | undefined {
  return state.values?.workloadId === String(id) ? state : undefined;
}

interface KeepProps {
  workload: WorkloadShown;
  sig: string;
  moving: FormState | undefined;
  updating: FormState | undefined;
}

function KeepWorkload({ workload, sig, moving, updating }: KeepProps) {
  const { moves, mayEdit } = workload;
  if (!mayEdit) return null;
  const keys = (
    <>
      <HiddenField name="workloadId" value={workload.id} />
      <HiddenField name="version" value={workload.version} />
      <HiddenField name="sig" value={sig} />
    </>
  );
  return (
    <>
      {moves.length > 0 && (
        <ActionForm
          folded={`Say how “${workload.name}” stands`}
          action={moveWorkloadAction}
          submissionKey={newSubmissionKey()}
          state={moving}
          label={`How “${workload.name}” stands`}
        >
          {keys}
          <TextField name="reason" label="What there is to say about it" required={false} maxLength={2000} />
          <div className="actions">
            {moves.map(({ name, label }, place) => (
              <SubmitButton key={name} name="move" value={name} variant={place === 0 ? "primary" : "plain"}>
                {label}
              </SubmitButton>
            ))}
          </div>
        </ActionForm>
      )}
      <ActionForm
        folded={`Change what is said of “${workload.name}”`}
        action={updateWorkloadAction}
        submissionKey={newSubmissionKey()}
        state={updating}
        submitLabel="Save what is said of it"
        label={`What is said of “${workload.name}”`}
      >
        {keys}
        <Fields workload={workload} />
      </ActionForm>
    </>
  );
}

async function AddWorkload({ sig, kept }: Pick<Props, "sig" | "kept">) {
  return (
    <ActionForm
      folded="Add a workload"
      action={addWorkloadAction}
      submissionKey={newSubmissionKey()}
      state={await stateFromKept(kept, "add-workload")}
      submitLabel="Add the workload"
      label="Add a workload"
    >
      <HiddenField name="sig" value={sig.handle} />
      <SelectField
        name="region"
        label="Region"
        options={sig.regions.map(({ key, name }) => ({ value: key, label: name }))}
      />
      <Fields />
    </ActionForm>
  );
}

function Fields({ workload }: { workload?: WorkloadShown }) {
  return (
    <>
      <TextField name="name" label="Name" defaultValue={workload?.name} required maxLength={120} />
      <TextField
        name="url"
        label="Address"
        hint="Where people find it, such as https://notebooks.example.org."
        inputMode="url"
        defaultValue={workload?.url ?? ""}
        required={false}
      />
      <TextArea
        name="note"
        label="Note"
        hint="For whom it is, and what it needs."
        defaultValue={workload?.note}
        rows={3}
        required={false}
        maxLength={2000}
      />
    </>
  );
}
