import { db } from "@/lib/db/client";
import { addWorkload } from "@/lib/region/commands/add-workload";
import { addWorkloadContact } from "@/lib/region/commands/add-workload-contact";
import { moveWorkload } from "@/lib/region/commands/move-workload";
import { tickOnboardingStep } from "@/lib/region/commands/tick-onboarding-step";
import { updateWorkload } from "@/lib/region/commands/update-workload";
import { onboardingSteps } from "@/lib/region/onboarding-steps";
import type { WorkloadMove } from "@/lib/region/workload-machine";
import {
  addContactInput,
  addWorkloadInput,
  moveWorkloadInput,
  tickStepInput,
  updateWorkloadInput,
} from "@/lib/region/workload-schema";
import type { Person } from "./people";
import { expectDone } from "./proposals";

interface WorkloadWish {
  by: Person;
  sig?: string;
  project?: string;
  region: string;
  name?: string;
  url?: string;
}

let workloads = 0;

/** Adds a workload, as a command. */
export function adds({ by, ...wish }: WorkloadWish) {
  return addWorkload(by, addWorkloadInput.parse({ name: "Notebooks", note: "For students.", ...wish }));
}

/** A planned workload of a name of its own; gives its id. */
export async function aWorkload(wish: WorkloadWish): Promise<number> {
  workloads += 1;
  return expectDone(await adds({ name: `Workload ${workloads}`, ...wish })).workloadId;
}

/** Moves a workload as somebody who looks at it now. */
export async function movesWorkload(by: Person, workloadId: number, move: WorkloadMove, reason = "") {
  const version = await workloadVersionOf(workloadId);
  return moveWorkload(by, moveWorkloadInput.parse({ workloadId, version, move, reason }));
}

/** Changes what is said of a workload, as somebody who looks at it now. */
export async function rewrites(by: Person, workloadId: number, what: { name: string; url?: string }) {
  const version = await workloadVersionOf(workloadId);
  return updateWorkload(by, updateWorkloadInput.parse({ workloadId, version, ...what }));
}

export async function workloadVersionOf(id: number): Promise<number> {
  return (await db.workload.findUniqueOrThrow({ where: { id }, select: { version: true } })).version;
}

/** Takes a planned workload through its onboarding, until it runs. */
export async function onboards(operator: Person, workloadId: number): Promise<void> {
  await preparesToStart(operator, workloadId);
  expectDone(await movesWorkload(operator, workloadId, "start"));
}

/** All but the last move of it. */
export async function preparesToStart(operator: Person, workloadId: number): Promise<void> {
  expectDone(await movesWorkload(operator, workloadId, "onboard"));
  for (const { key } of onboardingSteps) await ticks(operator, workloadId, key);
  const contact = { workloadId, name: "Somebody on call", reach: "#tenants" };
  expectDone(await addWorkloadContact(operator, addContactInput.parse(contact)));
}

export async function ticks(by: Person, workloadId: number, step: string, isDone = true) {
  expectDone(await tickOnboardingStep(by, tickStepInput.parse({ workloadId, step, isDone })));
}
