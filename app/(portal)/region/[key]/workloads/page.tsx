import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { OnboardingSteps } from "@/components/region/onboarding-steps";
import { RegionTabs } from "@/components/region/region-tabs";
import { WorkloadLines } from "@/components/region/workload-lines";
import { EmptyState } from "@/components/ui/empty-state";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { currentActor } from "@/lib/auth/reader";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import { findRegionWorkloads, type WorkloadShown } from "@/lib/region/workload-queries";
import { KeepWorkload, keptOfWorkloads } from "../../_components/keep-workload";
import { WorkloadFields } from "../../_components/workload-fields";
import { WorkloadKeys } from "../../_components/workload-keys";
import { addWorkloadAction, tickStepAction } from "../../workload-actions";

interface Props {
  params: Promise<{ key: string }>;
  searchParams: Promise<{ kept?: string | string[] }>;
}

export const metadata: Metadata = { title: "Workloads of the region" };

export default async function WorkloadsPage({ params, searchParams }: Props) {
  const [actor, { key }, { kept }] = await Promise.all([currentActor(), params, searchParams]);
  const found = await findRegionWorkloads(actor, key);
  if (!found) notFound();
  const { region, workloads, stillThere, mayAddProject } = found;
  const keptOf = await keptOfWorkloads(kept);
  const ends = region.phase === "sunsetting";
  return (
    <article className="page">
      <PageHead
        title="Workloads"
        number={region.name}
        lead="What SIGs and projects run here, how far each has come, and who answers for it."
      />
      <RegionTabs region={region.key} current="workloads" />
      {ends && (
        <Note tone={stillThere.length > 0 ? "warn" : "info"}>
          The sunset of this region has begun. {sunsetWords(stillThere.length)}
        </Note>
      )}
      <Section
        title={ends ? "Still here" : "What runs here"}
        aside={<a href={`/region/${region.key}/workloads.csv`}>As CSV</a>}
      >
        {workloads.length > 0 ? (
          <WorkloadLines workloads={ends ? stillThere : workloads} of="region">
            {(workload) => (
              <>
                {(workload.status === "onboarding" || workload.mayTick) && <Steps workload={workload} />}
                <KeepWorkload workload={workload} on="region" kept={keptOf(workload)} />
              </>
            )}
          </WorkloadLines>
        ) : (
          <EmptyState title="Nothing runs here yet.">
            A SIG’s chair and members say on <a href="/sigs">the SIG’s page</a> what they plan to run. The
            operators add what other projects bring.
          </EmptyState>
        )}
      </Section>
      {mayAddProject && !ends && region.phase !== "retired" && (
        <Section title="A project that is no SIG">
          <AddProject region={region.key} kept={kept} />
        </Section>
      )}
    </article>
  );
}

function sunsetWords(count: number): string {
  if (count === 0) return "No tenant is left: it can be retired.";
  return count === 1 ? "One tenant has to leave." : `${count} tenants have to leave.`;
}

function Steps({ workload }: { workload: WorkloadShown }) {
  return (
    <OnboardingSteps workload={workload}>
      {({ key, label, isDone }) =>
        workload.mayTick && (
          <ActionForm
            action={tickStepAction}
            submissionKey={newSubmissionKey()}
            className="inline-form"
            label={`${label}: ${workload.name}`}
          >
            <WorkloadKeys workload={workload} on="region" />
            <HiddenField name="step" value={key} />
            <SubmitButton name="isDone" value={isDone ? "no" : "yes"} variant="quiet" size="small">
              {isDone ? "Not done after all" : "Done"}
            </SubmitButton>
          </ActionForm>
        )
      }
    </OnboardingSteps>
  );
}

async function AddProject({ region, kept }: { region: string; kept: string | string[] | undefined }) {
  return (
    <ActionForm
      folded="Add what a project brings"
      action={addWorkloadAction}
      submissionKey={newSubmissionKey()}
      state={await stateFromKept(kept, "add-workload")}
      submitLabel="Add the workload"
      label="Add what a project brings"
    >
      <HiddenField name="on" value="region" />
      <HiddenField name="region" value={region} />
      <TextField name="project" label="Project" required maxLength={120} />
      <WorkloadFields />
    </ActionForm>
  );
}
