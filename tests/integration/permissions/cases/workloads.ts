import { db } from "@/lib/db/client";
import { endRole } from "@/lib/people/commands/end-role";
import { endRoleInput } from "@/lib/people/people-schema";
import { addWorkloadContact } from "@/lib/region/commands/add-workload-contact";
import { addContactInput } from "@/lib/region/workload-schema";
import { type Cast, castOperators, castSig } from "../../../factories/cast";
import { anotherOperator } from "../../../factories/cast-region";
import { expectDone } from "../../../factories/proposals";
import { aWorkload, onboards, preparesToStart, workloadVersionOf } from "../../../factories/workloads";
import type { Attempt, Cases, Ready } from "../case";
import { theRegion } from "./regions";

const contact = { name: "Somebody on call", reach: "#tenants" };
let names = 0;

/** A name that nothing else of the region has. */
function aName(): string {
  names += 1;
  return `Dashboards ${names}`;
}

type Make = (cast: Cast) => Promise<Pick<Attempt, "by"> & { workloadId: number }>;

/** What the cast's SIG runs. */
async function ofSig(cast: Cast) {
  const { key: region } = await theRegion(cast);
  return { workloadId: await aWorkload({ by: cast.sigMember, sig: castSig, region }) };
}

/** What a project runs, whose person operated the region when they brought it, and does so no more. */
async function ofProject(cast: Cast) {
  const { key: region } = await theRegion(cast);
  const by = await anotherOperator();
  const workloadId = await aWorkload({ by, project: "Weather", region });
  const role = { person: by.handle, role: "operator", body: castOperators, reason: "They moved on." };
  expectDone(await endRole(cast.admin, endRoleInput.parse(role)));
  return { workloadId, by };
}

/** Tried on what a SIG runs, and by who brought a project. */
function kept(ready: (make: Make) => Ready) {
  return { ready: ready(ofSig), own: ready(ofProject) };
}

function moving(prepare?: (cast: Cast, workloadId: number) => Promise<void>) {
  return changing(() => ({}), prepare);
}

/** As somebody sends it who looks at the workload now. */
function changing(body: () => object, prepare?: (cast: Cast, workloadId: number) => Promise<void>) {
  return kept((make) => async (cast) => {
    const { workloadId, ...more } = await make(cast);
    await prepare?.(cast, workloadId);
    const version = await workloadVersionOf(workloadId);
    return { ...more, at: { workloadId }, body: { version, ...body() } };
  });
}

const ofContact = kept((make) => async (cast) => {
  const { workloadId, ...more } = await make(cast);
  const input = addContactInput.parse({ workloadId, ...contact });
  expectDone(await addWorkloadContact(cast.operator, input));
  const { id: contactId } = await db.workloadContact.findFirstOrThrow({ where: { workloadId } });
  return { ...more, at: { contactId } };
});

export const workloadCases: Cases = {
  "GET /regions/{key}/workloads": async (cast) => {
    await ofSig(cast);
    return { at: { key: (await theRegion(cast)).key } };
  },
  "POST /regions/{key}/workloads": {
    ready: async (cast) => ({
      at: { key: (await theRegion(cast)).key },
      body: { sig: castSig, name: aName() },
    }),
    own: async (cast) => ({
      at: { key: (await theRegion(cast)).key },
      body: { project: "Weather", name: aName() },
      by: cast.operator,
    }),
  },
  "PUT /workloads/{workloadId}": changing(() => ({ name: aName() })),
  "POST /workloads/{workloadId}/{move} onboard": moving(),
  "POST /workloads/{workloadId}/{move} start": moving(({ operator }, id) => preparesToStart(operator, id)),
  "POST /workloads/{workloadId}/{move} leave": moving(({ operator }, id) => onboards(operator, id)),
  "POST /workloads/{workloadId}/{move} end": moving(),
  "POST /workloads/{workloadId}/steps/{step}": {
    ready: async (cast) => ({
      at: { workloadId: (await ofSig(cast)).workloadId, step: "access" },
      body: { isDone: true },
    }),
    again: true,
  },
  "POST /workloads/{workloadId}/contacts": kept((make) => async (cast) => {
    const { workloadId, ...more } = await make(cast);
    return { ...more, at: { workloadId }, body: contact };
  }),
  "POST /workload-contacts/{contactId}/confirm": { ...ofContact, again: true },
  "DELETE /workload-contacts/{contactId}": ofContact,
};
