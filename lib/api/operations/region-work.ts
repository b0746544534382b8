import { z } from "zod";
import { positiveId } from "../../plain-input";
import { addIncidentUpdate } from "../../region/commands/add-incident-update";
import { addRegionRole } from "../../region/commands/add-region-role";
import { addWorkload } from "../../region/commands/add-workload";
import { addWorkloadContact } from "../../region/commands/add-workload-contact";
import { changeIncident } from "../../region/commands/change-incident";
import { changeRegionRole } from "../../region/commands/change-region-role";
import { confirmWorkloadContact } from "../../region/commands/confirm-workload-contact";
import { declareIncident } from "../../region/commands/declare-incident";
import { giveAccess } from "../../region/commands/give-access";
import { handOverRole } from "../../region/commands/hand-over-role";
import { importHosts } from "../../region/commands/import-hosts";
import { layDownRole } from "../../region/commands/lay-down-role";
import { moveIncident } from "../../region/commands/move-incident";
import { moveWorkload } from "../../region/commands/move-workload";
import { removeWorkloadContact } from "../../region/commands/remove-workload-contact";
import { retireHost } from "../../region/commands/retire-host";
import { retireRegionRole } from "../../region/commands/retire-region-role";
import { takeAccess } from "../../region/commands/take-access";
import { takeRegionRole } from "../../region/commands/take-region-role";
import { tickOnboardingStep } from "../../region/commands/tick-onboarding-step";
import { updateWorkload } from "../../region/commands/update-workload";
import { findRegionHosts } from "../../region/host-queries";
import { importHostsInput, retireHostInput } from "../../region/host-schema";
import { findIncident, listIncidents } from "../../region/incident-queries";
import {
  addIncidentUpdateInput,
  changeIncidentInput,
  declareIncidentInput,
  moveIncidentInput,
} from "../../region/incident-schema";
import { findRegionRoles } from "../../region/role-queries";
import {
  addRegionRoleInput,
  changeRegionRoleInput,
  giveAccessInput,
  handOverRoleInput,
  layDownRoleInput,
  retireRegionRoleInput,
  takeRegionRoleInput,
} from "../../region/role-schema";
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
import { incidentLine, incidentShown, regionHosts } from "../answers/region-record";
import { regionRoles, workloadShown } from "../answers/region-work";
import { listOf } from "../answers/shared";
import { deed, type Operation, read } from "../operation";
import { pageOf, paging } from "../paging";

const one = z.object({ region: regionKey });
const some = one.extend(paging);
const keyed = { names: { key: "region" } };
const region = z.object({ region: z.string() });
const incident = region.extend({ incident: z.number() });
const role = region.extend({ roleId: z.number() });
const workload = z.looseObject({ region: z.string() });

export const regionWorkOperations: readonly Operation[] = [
  read(
    "GET /regions/{key}/incidents",
    "List the incidents of a region",
    some,
    incidents,
    listOf(incidentLine),
    keyed,
  ),
  read(
    "GET /regions/{key}/incidents/{incident}",
    "Read an incident",
    z.object({ region: regionKey, incident: positiveId }),
    findIncident,
    incidentShown,
    keyed,
  ),
  deed(
    "POST /regions/{key}/incidents",
    "Declare an incident",
    declareIncidentInput,
    declareIncident,
    incident,
    { ...keyed, status: 201 },
  ),
  deed(
    "PUT /regions/{key}/incidents/{incident}",
    "Correct what is said of an incident",
    changeIncidentInput,
    changeIncident,
    incident,
    keyed,
  ),
  deed(
    "POST /regions/{key}/incidents/{incident}/updates",
    "Say what is known now",
    addIncidentUpdateInput,
    addIncidentUpdate,
    incident,
    keyed,
  ),
  deed(
    "POST /regions/{key}/incidents/{incident}/{move}",
    "Make a move of an incident",
    moveIncidentInput,
    moveIncident,
    incident,
    keyed,
  ),
  read(
    "GET /regions/{key}/roles",
    "List the roles of a region, who holds them, and the gaps",
    one,
    (actor, { region: key }) => findRegionRoles(actor, key),
    regionRoles,
    keyed,
  ),
  deed("POST /regions/{key}/roles", "Define a role", addRegionRoleInput, addRegionRole, role, {
    ...keyed,
    status: 201,
  }),
  deed("PUT /region-roles/{roleId}", "Change a role", changeRegionRoleInput, changeRegionRole, role),
  deed("POST /region-roles/{roleId}/retire", "Retire a role", retireRegionRoleInput, retireRegionRole, role),
  deed(
    "POST /region-roles/{roleId}/holders",
    "Take a role, or give it to somebody",
    takeRegionRoleInput,
    takeRegionRole,
    role,
  ),
  deed("POST /role-holders/{holderId}/hand-over", "Hand a role over", handOverRoleInput, handOverRole, role),
  deed("POST /role-holders/{holderId}/lay-down", "Lay a role down", layDownRoleInput, layDownRole, role),
  deed(
    "POST /role-holders/{holderId}/access",
    "Give the access that goes with a role",
    giveAccessInput,
    giveAccess,
    role,
  ),
  deed("POST /role-holders/{holderId}/access/take", "Take that access", layDownRoleInput, takeAccess, role),
  read(
    "GET /regions/{key}/workloads",
    "List what runs on a region, or is to",
    some,
    workloads,
    listOf(workloadShown),
    keyed,
  ),
  deed("POST /regions/{key}/workloads", "Plan a workload", addWorkloadInput, addWorkload, workload, {
    ...keyed,
    status: 201,
  }),
  deed(
    "PUT /workloads/{workloadId}",
    "Change what is said of a workload",
    updateWorkloadInput,
    updateWorkload,
    workload,
  ),
  deed(
    "POST /workloads/{workloadId}/{move}",
    "Make a move of a workload",
    moveWorkloadInput,
    moveWorkload,
    workload,
  ),
  deed(
    "POST /workloads/{workloadId}/steps/{step}",
    "Say that a step of the onboarding is done, or is not",
    tickStepInput,
    tickOnboardingStep,
    workload,
  ),
  deed(
    "POST /workloads/{workloadId}/contacts",
    "Name somebody who answers for a workload",
    addContactInput,
    addWorkloadContact,
    workload,
    { status: 201 },
  ),
  deed(
    "POST /workload-contacts/{contactId}/confirm",
    "Say that they still do",
    keepContactInput,
    confirmWorkloadContact,
    workload,
  ),
  deed(
    "DELETE /workload-contacts/{contactId}",
    "Take them off",
    keepContactInput,
    removeWorkloadContact,
    workload,
  ),
  read(
    "GET /regions/{key}/hosts",
    "List the hosts of a region",
    one,
    (actor, { region: key }) => findRegionHosts(actor, key),
    regionHosts,
    keyed,
  ),
  deed(
    "POST /regions/{key}/hosts",
    "Import an inventory of hosts, as CSV or JSON in a text",
    importHostsInput,
    importHosts,
    z.object({ region: z.string(), added: z.number(), changed: z.number() }),
    keyed,
  ),
  deed("POST /hosts/{hostId}/retire", "Retire a host", retireHostInput, retireHost, region),
];

type OfRegion = z.output<typeof some>;

async function incidents(actor: Actor, { region: key, ...page }: OfRegion) {
  const found = await listIncidents(actor, key);
  return found && pageOf(found.incidents, page, (each) => each.number);
}

async function workloads(actor: Actor, { region: key, ...page }: OfRegion) {
  const found = await findRegionWorkloads(actor, key);
  return found && pageOf([...found.workloads, ...found.stillThere], page, (each) => each.id);
}
