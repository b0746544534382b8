import { db } from "@/lib/db/client";
import { importHosts } from "@/lib/region/commands/import-hosts";
import { importHostsInput } from "@/lib/region/host-schema";
import type { Cast } from "../../../factories/cast";
import { anIncident, movesIncident } from "../../../factories/incidents";
import { expectDone } from "../../../factories/proposals";
import type { Attempt, Cases, Ready } from "../case";
import { theRegion } from "./regions";

const said = { title: "Names do not resolve", severity: "minor", affected: ["dns"] } as const;
type Part = "lead" | "comms";
type IncidentMove = Parameters<typeof movesIncident>[2];

/** Nobody of the cast has a part in it: somebody leads it, or speaks for it. */
async function incidentOf(cast: Cast, part: Part, moves: readonly IncidentMove[] = []) {
  const { key } = await theRegion(cast);
  const number = await anIncident(cast.infra, key, { ...said, [part]: `@${cast.somebody.handle}` });
  for (const move of moves) expectDone(await movesIncident(cast.infra, key, move, number));
  return { at: { key, incident: number }, by: cast.somebody };
}

/** As somebody sends it who looks at the incident now; its lead may, and who speaks for it. */
function kept(body: (cast: Cast) => object, moves: readonly IncidentMove[] = []) {
  const way =
    (part: Part): Ready =>
    async (cast) => {
      const { at, by } = await incidentOf(cast, part, moves);
      return { at, by, body: { version: moves.length + 1, ...body(cast) } };
    };
  return { ready: way("lead"), own: [way("lead"), way("comms")] };
}

function moving(...before: IncidentMove[]) {
  return kept(() => ({ reason: "We saw it." }), before);
}

async function readable(cast: Cast): Promise<Attempt> {
  const { at } = await incidentOf(cast, "lead");
  return { at };
}

let hosts = 0;

async function ofHosts(cast: Cast): Promise<Attempt> {
  hosts += 1;
  const { key } = await theRegion(cast);
  return { at: { key }, body: { list: `name,site,cpu,ram\nnode${hosts},rdu,16,128`, ticket: "" } };
}

async function aHost(cast: Cast): Promise<Attempt> {
  const { at, body } = await ofHosts(cast);
  expectDone(await importHosts(cast.infra, importHostsInput.parse({ region: at?.key, ...body })));
  const { id: hostId } = await db.host.findFirstOrThrow({ orderBy: { id: "desc" } });
  return { at: { ...at, hostId }, body: { version: 1, reason: "The board died." } };
}

export const regionWorkCases: Cases = {
  "GET /regions/{key}/incidents": readable,
  "GET /regions/{key}/incidents/{incident}": readable,
  "POST /regions/{key}/incidents": {
    ready: async (cast) => ({ at: { key: (await theRegion(cast)).key }, body: said }),
    again: true,
  },
  "PUT /regions/{key}/incidents/{incident}": kept(({ somebody: { handle } }) => ({ ...said, lead: handle })),
  "POST /regions/{key}/incidents/{incident}/updates": kept(() => ({ text: "A server did not start." })),
  "POST /regions/{key}/incidents/{incident}/{move} monitor": moving(),
  "POST /regions/{key}/incidents/{incident}/{move} resolve": moving(),
  "POST /regions/{key}/incidents/{incident}/{move} reopen": moving("resolve"),
  "POST /regions/{key}/incidents/{incident}/{move} close": moving("resolve"),
  "GET /regions/{key}/hosts": aHost,
  "POST /regions/{key}/hosts": { ready: ofHosts, again: true },
  "POST /hosts/{hostId}/retire": aHost,
};
