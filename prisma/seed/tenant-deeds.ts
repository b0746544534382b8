import { db } from "@/lib/db/client";
import { addWorkloadContact } from "@/lib/region/commands/add-workload-contact";
import { moveWorkload } from "@/lib/region/commands/move-workload";
import { tickOnboardingStep } from "@/lib/region/commands/tick-onboarding-step";
import { type OnboardingStep, onboardingSteps } from "@/lib/region/onboarding-steps";
import type { WorkloadMove } from "@/lib/region/workload-machine";
import { addContactInput, moveWorkloadInput, tickStepInput } from "@/lib/region/workload-schema";
import { must } from "./scene";
import type { Player } from "./stage";

interface Contact {
  name: string;
  reach: string;
}

/** Takes a tenant through every step, until it runs. */
export async function comesIn(operator: Player, workloadId: number, contact: Contact): Promise<void> {
  const steps = onboardingSteps.map(({ key }) => key);
  await begins(operator, workloadId, contact, steps);
  await moves(operator, workloadId, "start");
}

/** Begins an onboarding, and comes as far as the steps say. */
export async function begins(
  operator: Player,
  workloadId: number,
  contact: Contact,
  steps: readonly OnboardingStep[],
): Promise<void> {
  await moves(operator, workloadId, "onboard");
  must(await addWorkloadContact(operator, addContactInput.parse({ workloadId, ...contact })));
  for (const step of steps) {
    must(await tickOnboardingStep(operator, tickStepInput.parse({ workloadId, step, isDone: true })));
  }
}

async function moves(by: Player, workloadId: number, move: WorkloadMove): Promise<void> {
  const { version } = await db.workload.findUniqueOrThrow({
    where: { id: workloadId },
    select: { version: true },
  });
  must(await moveWorkload(by, moveWorkloadInput.parse({ workloadId, version, move })));
}
