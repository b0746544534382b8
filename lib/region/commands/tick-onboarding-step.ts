import type { z } from "zod";
import { now } from "../../clock";
import { transact } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { holdWorkload, type WorkloadDone, workloadData, workloadDone } from "../held-workload";
import { onboardingSteps } from "../onboarding-steps";
import { mayTickSteps } from "../workload-policy";
import type { tickStepInput } from "../workload-schema";

/** Says that a step of the onboarding is done, or that it is not after all. Said twice, it stays as it is. */
export async function tickOnboardingStep(
  actor: Actor,
  input: z.output<typeof tickStepInput>,
): Promise<Result<WorkloadDone>> {
  if (actor.kind !== "person") return notTheirs;
  const { personId } = actor;
  return transact(async (tx) => {
    const workload = await holdWorkload(tx, input.workloadId);
    if (!workload) return notFound("workload");
    if (!mayTickSteps(actor, workload.facts)) return notTheirs;
    if (workload.facts.status !== "planned" && workload.facts.status !== "onboarding") return over;
    if (workload.facts.stepsDone.includes(input.step) === input.isDone) return done(workloadDone(workload));
    const key = { workloadId: workload.id, step: input.step };
    if (input.isDone) await tx.workloadStep.create({ data: { ...key, doneById: personId, doneAt: now() } });
    else await tx.workloadStep.delete({ where: { workloadId_step: key } });
    const step = onboardingSteps.find(({ key: named }) => named === input.step)?.label ?? input.step;
    await record(tx, actor, {
      type: input.isDone ? "workload.step_done" : "workload.step_reopened",
      subject: "workload",
      subjectId: workload.id,
      regionId: workload.region.id,
      data: { ...workloadData(workload), step },
    });
    return done(workloadDone(workload));
  });
}

const notTheirs = refuse(
  "forbidden",
  "The steps of an onboarding are ticked by the region’s operators and the infra team.",
);
const over = refuse("refused", "Its onboarding is over; what is said of it then stays as it is.");
