import { z } from "zod";
import { positiveId } from "../../plain-input";
import { addIncidentUpdate } from "../../region/commands/add-incident-update";
import { changeIncident } from "../../region/commands/change-incident";
import { declareIncident } from "../../region/commands/declare-incident";
import { importHosts } from "../../region/commands/import-hosts";
import { moveIncident } from "../../region/commands/move-incident";
import { retireHost } from "../../region/commands/retire-host";
import { findRegionHosts } from "../../region/host-queries";
import { importHostsInput, retireHostInput } from "../../region/host-schema";
import { findIncident, listIncidents } from "../../region/incident-queries";
import {
  addIncidentUpdateInput,
  changeIncidentInput,
  declareIncidentInput,
  moveIncidentInput,
} from "../../region/incident-schema";
import { regionKey } from "../../region/schema";
import type { Actor } from "../../workflow/actor";
import { incidentLine, incidentShown, regionHosts } from "../answers/region-record";
import { listOf } from "../answers/shared";
import { either } from "../audience";
import { everyone, incidentKeepers, infraTeam, operators } from "../audiences";
import { deed, type Operation, read } from "../operation";
import { pageOf, paging } from "../paging";

const one = z.object({ region: regionKey });
const some = one.extend(paging);
const keyed = { names: { key: "region" } };
const region = z.object({ region: z.string() });
const incident = region.extend({ incident: z.number() });

export const regionWorkOperations: readonly Operation[] = [
  read(
    "GET /regions/{key}/incidents",
    "List the incidents of a region",
    everyone,
    some,
    incidents,
    listOf(incidentLine),
    keyed,
  ),
  read(
    "GET /regions/{key}/incidents/{incident}",
    "Read an incident",
    everyone,
    z.object({ region: regionKey, incident: positiveId }),
    findIncident,
    incidentShown,
    keyed,
  ),
  deed(
    "POST /regions/{key}/incidents",
    "Declare an incident",
    either(operators, infraTeam),
    declareIncidentInput,
    declareIncident,
    incident,
    { ...keyed, status: 201 },
  ),
  deed(
    "PUT /regions/{key}/incidents/{incident}",
    "Correct what is said of an incident",
    incidentKeepers,
    changeIncidentInput,
    changeIncident,
    incident,
    keyed,
  ),
  deed(
    "POST /regions/{key}/incidents/{incident}/updates",
    "Say what is known now",
    incidentKeepers,
    addIncidentUpdateInput,
    addIncidentUpdate,
    incident,
    keyed,
  ),
  deed(
    "POST /regions/{key}/incidents/{incident}/{move}",
    "Make a move of an incident",
    { monitor: incidentKeepers, resolve: incidentKeepers, reopen: incidentKeepers, close: incidentKeepers },
    moveIncidentInput,
    moveIncident,
    incident,
    keyed,
  ),
  read(
    "GET /regions/{key}/hosts",
    "List the hosts of a region",
    everyone,
    one,
    (actor, { region: key }) => findRegionHosts(actor, key),
    regionHosts,
    keyed,
  ),
  deed(
    "POST /regions/{key}/hosts",
    "Import an inventory of hosts, as CSV or JSON in a text",
    either(operators, infraTeam),
    importHostsInput,
    importHosts,
    z.object({ region: z.string(), added: z.number(), changed: z.number() }),
    keyed,
  ),
  deed(
    "POST /hosts/{hostId}/retire",
    "Retire a host",
    either(operators, infraTeam),
    retireHostInput,
    retireHost,
    region,
  ),
];

type OfRegion = z.output<typeof some>;

async function incidents(actor: Actor, { region: key, ...page }: OfRegion) {
  const found = await listIncidents(actor, key);
  return found && pageOf(found.incidents, page, (each) => each.number);
}
