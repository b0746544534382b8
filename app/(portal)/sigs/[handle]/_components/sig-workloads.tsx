import { KeepWorkload, keptOfWorkloads } from "@/app/(portal)/region/_components/keep-workload";
import { WorkloadFields } from "@/app/(portal)/region/_components/workload-fields";
import { addWorkloadAction } from "@/app/(portal)/region/workload-actions";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import { SelectField } from "@/components/forms/select-field";
import { WorkloadLines } from "@/components/region/workload-lines";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import type { SigShown } from "@/lib/people/sig-queries";

interface Props {
  sig: SigShown;
  kept: string | string[] | undefined;
}

/** What the SIG runs on a region; who may say so says it here. */
export async function SigWorkloads({ sig, kept }: Props) {
  const keptOf = await keptOfWorkloads(kept);
  return (
    <Section title="Workloads" id="workloads">
      {sig.workloads.length > 0 ? (
        <WorkloadLines workloads={sig.workloads} of="sig">
          {(workload) => <KeepWorkload workload={workload} on="sig" kept={keptOf(workload)} />}
        </WorkloadLines>
      ) : (
        <EmptyState title="It runs nothing on a region yet." />
      )}
      {sig.mayAddWorkload && sig.regions.length > 0 && <AddWorkload sig={sig} kept={kept} />}
    </Section>
  );
}

async function AddWorkload({ sig, kept }: Props) {
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
      <WorkloadFields />
    </ActionForm>
  );
}
