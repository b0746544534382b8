import { z } from "zod";
import { addWorkload } from "../../region/commands/add-workload";
import { addWorkloadContact } from "../../region/commands/add-workload-contact";
import { confirmWorkloadContact } from "../../region/commands/confirm-workload-contact";
import { moveWorkload } from "../../region/commands/move-workload";
import { removeWorkloadContact } from "../../region/commands/remove-workload-contact";
import { tickOnboardingStep } from "../../region/commands/tick-onboarding-step";
import { updateWorkload } from "../../region/commands/update-workload";
import { regionKey } from "../../region/schema";
import { findRegionWorkloads } from "../../region/workload-queries";
import {
  addContactInput,
  addWorkloadInput,
  keepContactInput,
  moveWorkloadInput,
  tickStepInput,
  updateWorkloadInput,
} from "../../region/workload-schema";
import type { Actor } from "../../workflow/actor";
import { workloadShown } from "../answers/region-work";
import { listOf } from "../answers/shared";
import { either } from "../audience";
import { everyone, infraTeam, operators, workloadKeepers, workloadPlanners } from "../audiences";
import { deed, type Operation, read } from "../operation";
import { pageOf, paging } from "../paging";

const one = z.object({ region: regionKey });
const some = one.extend(paging);
const keyed = { names: { key: "region" } };
const workload = z.looseObject({ region: z.string() });

export const workloadOperations: readonly Operation[] = [
  read(
    "GET /regions/{key}/workloads",
    "List what runs on a region, or is to",
    everyone,
    some,
    workloads,
    listOf(workloadShown),
    keyed,
  ),
  deed(
    "POST /regions/{key}/workloads",
    "Plan a workload",
    workloadPlanners,
    addWorkloadInput,
    addWorkload,
    workload,
    { ...keyed, status: 201 },
  ),
  deed(
    "PUT /workloads/{workloadId}",
    "Change what is said of a workload",
    workloadKeepers,
    updateWorkloadInput,
    updateWorkload,
    workload,
  ),
  deed(
    "POST /workloads/{workloadId}/{move}",
    "Make a move of a workload",
    { onboard: workloadKeepers, start: workloadKeepers, leave: workloadKeepers, end: workloadKeepers },
    moveWorkloadInput,
    moveWorkload,
    workload,
  ),
  deed(
    "POST /workloads/{workloadId}/steps/{step}",
    "Say that a step of the onboarding is done, or is not",
    either(operators, infraTeam),
    tickStepInput,
    tickOnboardingStep,
    workload,
  ),
  deed(
    "POST /workloads/{workloadId}/contacts",
    "Name somebody who answers for a workload",
    workloadKeepers,
    addContactInput,
    addWorkloadContact,
    workload,
    { status: 201 },
  ),
  deed(
    "POST /workload-contacts/{contactId}/confirm",
    "Say that they still do",
    workloadKeepers,
    keepContactInput,
    confirmWorkloadContact,
    workload,
  ),
  deed(
    "DELETE /workload-contacts/{contactId}",
    "Take them off",
    workloadKeepers,
    keepContactInput,
    removeWorkloadContact,
    workload,
  ),
];

type OfRegion = z.output<typeof some>;

async function workloads(actor: Actor, { region: key, ...page }: OfRegion) {
  const found = await findRegionWorkloads(actor, key);
  return found && pageOf([...found.workloads, ...found.stillThere], page, (each) => each.id);
}
