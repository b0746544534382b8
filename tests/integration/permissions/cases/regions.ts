import { db } from "@/lib/db/client";
import { aCapability } from "../../../factories/capabilities";
import { type Cast, castOperators } from "../../../factories/cast";
import {
  aCastRegion,
  anotherOperator,
  aProvenRegion,
  aProvisionedRegion,
} from "../../../factories/cast-region";
import { aPng } from "../../../factories/files";
import { aPerson, type Person } from "../../../factories/people";
import { expectDone } from "../../../factories/proposals";
import { criteriaOf, given, judged, linked, movesOnboarding, proven } from "../../../factories/region";
import { aLoneTicket } from "../../../factories/tickets";
import type { Attempt, Cases, Ready } from "../case";
import { once } from "../once";

/** The region of all, where what is done to it uses nothing up. */
export const theRegion = once((cast) => aCastRegion(cast));
const theTicket = once(({ contributor }) => aLoneTicket(contributor));

const said = { name: "Stream East", operatingSystem: "CentOS Stream" };
const why = "As the board and we agreed.";
let names = 0;

/** A name that nothing else of the region has. */
function aName(): string {
  names += 1;
  return `Object storage ${names}`;
}

/** As somebody sends it who looks at the region now. */
async function seen({ key }: { key: string }, body: object = {}): Promise<Attempt> {
  const { version } = await db.region.findUniqueOrThrow({ where: { key }, select: { version: true } });
  return { at: { key }, body: { version, ...body } };
}

async function readable(cast: Cast): Promise<Attempt> {
  return { at: { key: (await theRegion(cast)).key } };
}

/** A capability of its own in the region of all. */
async function withCapability(cast: Cast, body: object = {}) {
  const { key } = await theRegion(cast);
  const capability = await aCapability(cast.operator, key, { name: aName() });
  return { at: { key, capability }, body };
}

async function withTicket(cast: Cast): Promise<Attempt> {
  const { at } = await withCapability(cast);
  const ticket = await theTicket(cast);
  await linked(cast.infra, at.key, at.capability, ticket);
  return { at: { ...at, ticket } };
}

/** A region whose hosts the cast's requester asked for: that these are there, they may show too. */
const theAskedFor = once(async (cast) => {
  const { key } = await theRegion(cast);
  await linked(cast.infra, key, "hosts", await aLoneTicket(cast.requester));
  return key;
});

async function toProve(cast: Cast, proof: object): Promise<Attempt> {
  const key = await theAskedFor(cast);
  const body = { criterion: criteriaOf("hosts")[0], ...proof };
  return { at: { key, capability: "hosts" }, body };
}

async function evidenceBy(cast: Cast, by: Person, body: object): Promise<Attempt> {
  const { key } = await theRegion(cast);
  const evidenceId = await given(by, key, "dns");
  return { at: { evidenceId }, body: { version: 1, ...body }, by };
}

/** Given by somebody of another SIG, and not judged yet. */
async function submitted(cast: Cast, body: object): Promise<Attempt> {
  const by = await aPerson({ roles: [{ role: "sig_member", body: "sig-of-evidence" }] });
  return evidenceBy(cast, by, body);
}

async function toJudge(cast: Cast): Promise<Attempt> {
  const { at, body } = await submitted(cast, { verdict: "accept" });
  return { at, body };
}

async function acceptedOfOthers(cast: Cast): Promise<Attempt> {
  const { at, body } = await submitted(cast, { reason: why });
  expectDone(await judged(await anotherOperator(), Number(at?.evidenceId)));
  return { at, body: { ...body, version: 2 }, by: cast.operator };
}

function moving(region: (cast: Cast) => Promise<{ key: string }>): Ready {
  return async (cast) => seen(await region(cast), { reason: why });
}

/** Shown to take in a second team. */
async function readyForTenants(cast: Cast) {
  const region = await aCastRegion(cast);
  await proven(region, "onboarding");
  return region;
}

async function openToTenants(cast: Cast) {
  const region = await readyForTenants(cast);
  expectDone(await movesOnboarding(cast.operator, region.key));
  return region;
}

export const regionCases: Cases = {
  "GET /regions": async (cast) => {
    await theRegion(cast);
    return {};
  },
  "POST /regions": async () => {
    const key = aName().toLowerCase().replaceAll(" ", "-");
    return { body: { key, name: "Stream East", operators: castOperators } };
  },
  "GET /regions/{key}": readable,
  "PUT /regions/{key}": async (cast) => seen(await theRegion(cast), said),
  "GET /regions/{key}/readiness": readable,
  "GET /regions/{key}/capabilities": readable,
  "POST /regions/{key}/capabilities": async (cast) => {
    const { at } = await readable(cast);
    return { at, body: { name: aName(), required: true, weight: 1, criteria: "It works" } };
  },
  "GET /regions/{key}/capabilities/{capability}": withCapability,
  "PUT /regions/{key}/capabilities/{capability}": async (cast) =>
    withCapability(cast, { version: 1, name: aName(), required: true, weight: 2, criteria: "It works" }),
  "POST /regions/{key}/capabilities/{capability}/remove": async (cast) =>
    withCapability(cast, { version: 1, reason: why }),
  "POST /regions/{key}/capabilities/{capability}/tickets": async (cast) =>
    withCapability(cast, { ticket: await theTicket(cast) }),
  "DELETE /regions/{key}/capabilities/{capability}/tickets/{ticket}": withTicket,
  "POST /regions/{key}/capabilities/{capability}/evidence": {
    ready: async (cast) => toProve(cast, { note: "Seen with our own eyes." }),
    again: true,
  },
  "POST /regions/{key}/capabilities/{capability}/evidence/files": {
    ready: async (cast) => toProve(cast, { file: { name: "rack.png", base64: aPng().toString("base64") } }),
    again: true,
  },
  "POST /evidence/{evidenceId}/judge": {
    ready: toJudge,
    never: async (cast) => evidenceBy(cast, cast.operator, { verdict: "accept" }),
  },
  "POST /evidence/{evidenceId}/withdraw": {
    ready: async (cast) => submitted(cast, { reason: why }),
    own: [async (cast) => submitted(cast, { reason: why }), acceptedOfOthers],
  },
  "GET /regions/{key}/timeline": readable,
  "POST /regions/{key}/{move} approve": moving(aCastRegion),
  "POST /regions/{key}/{move} startBuilding": moving((cast) => aCastRegion(cast, ["approve"])),
  "POST /regions/{key}/{move} declareProvisioned": moving(aProvenRegion),
  "POST /regions/{key}/{move} declareProduction": moving(aProvisionedRegion),
  "POST /regions/{key}/{move} startSunset": moving((cast) => aCastRegion(cast, ["approve", "startBuilding"])),
  "POST /regions/{key}/{move} retire": moving((cast) =>
    aCastRegion(cast, ["approve", "startBuilding", "startSunset"]),
  ),
  "POST /regions/{key}/onboarding/{move} open": async (cast) =>
    seen(await readyForTenants(cast), { url: "https://tenants.example.org/ask" }),
  "POST /regions/{key}/onboarding/{move} close": moving(openToTenants),
};
