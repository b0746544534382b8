import { ActionForm } from "@/components/forms/action-form";
import type { FormState } from "@/components/forms/form-state";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import type { WorkloadShown } from "@/lib/region/workload-queries";
import { moveWorkloadAction, updateWorkloadAction } from "../workload-actions";
import { KeepContacts } from "./keep-contacts";
import { WorkloadFields } from "./workload-fields";
import { WorkloadKeys } from "./workload-keys";

/** What was kept of the forms of one workload. */
export interface KeptOfWorkload {
  moving?: FormState;
  updating?: FormState;
  adding?: FormState;
}

/** What was kept of the forms of workloads, by the workload that it belongs to. */
export async function keptOfWorkloads(
  kept: string | string[] | undefined,
): Promise<(workload: WorkloadShown) => KeptOfWorkload> {
  const [moving, updating, adding] = await Promise.all(
    ["move-workload", "update-workload", "add-contact"].map((form) => stateFromKept(kept, form)),
  );
  const of = (state: FormState | undefined, { id }: WorkloadShown) =>
    state?.values?.workloadId === String(id) ? state : undefined;
  return (workload) => ({
    moving: of(moving, workload),
    updating: of(updating, workload),
    adding: of(adding, workload),
  });
}

interface Props {
  workload: WorkloadShown;
  /** The page that the forms stand on, and come back to. */
  on: "sig" | "region";
  kept: KeptOfWorkload;
}

/** The forms with which those who look after a workload say how it stands, what it is, and who answers for it. */
export function KeepWorkload({ workload, on, kept }: Props) {
  if (!workload.mayEdit) return null;
  const { moves, name } = workload;
  const keys = <WorkloadKeys workload={workload} on={on} />;
  const open = moves.filter(({ refusal }) => !refusal);
  return (
    <>
      {moves.length > 0 && (
        <ActionForm
          folded={`Say how “${name}” stands`}
          action={moveWorkloadAction}
          submissionKey={newSubmissionKey()}
          state={kept.moving}
          label={`How “${name}” stands`}
        >
          {keys}
          {open.length > 0 && (
            <TextField
              name="reason"
              label="What there is to say about it"
              required={false}
              maxLength={2000}
            />
          )}
          <div className="actions">
            {open.map((move, place) => (
              <SubmitButton
                key={move.name}
                name="move"
                value={move.name}
                variant={place === 0 ? "primary" : "plain"}
              >
                {move.label}
              </SubmitButton>
            ))}
          </div>
          {moves.map(
            ({ name: move, label, refusal }) =>
              refusal && (
                <p className="move-not" key={move}>
                  <b>{label}</b> is not possible yet: {refusal}
                </p>
              ),
          )}
        </ActionForm>
      )}
      <KeepContacts workload={workload} on={on} adding={kept.adding} />
      <ActionForm
        folded={`Change what is said of “${name}”`}
        action={updateWorkloadAction}
        submissionKey={newSubmissionKey()}
        state={kept.updating}
        submitLabel="Save what is said of it"
        label={`What is said of “${name}”`}
      >
        {keys}
        <WorkloadFields workload={workload} />
      </ActionForm>
    </>
  );
}
