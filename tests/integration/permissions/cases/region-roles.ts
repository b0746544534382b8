import { db } from "@/lib/db/client";
import { addRegionRole } from "@/lib/region/commands/add-region-role";
import { giveAccess } from "@/lib/region/commands/give-access";
import { addRegionRoleInput, giveAccessInput } from "@/lib/region/role-schema";
import type { Cast } from "../../../factories/cast";
import { aPerson, type Person } from "../../../factories/people";
import { expectDone } from "../../../factories/proposals";
import { takesRole } from "../../../factories/region-roles";
import type { Attempt, Cases } from "../case";
import { theRegion } from "./regions";

const reason = "Their job took them elsewhere.";
const said = { name: "On call", purpose: "Answers at night.", duties: "Answers", needsAccess: true };
let names = 0;

async function readable(cast: Cast): Promise<Attempt> {
  return { at: { key: (await theRegion(cast)).key } };
}

function another() {
  names += 1;
  return { ...said, name: `On call ${names}` };
}

/** A role that nobody holds. */
async function ofRole(cast: Cast, body: object = {}): Promise<Attempt> {
  const { key: region } = await theRegion(cast);
  const input = addRegionRoleInput.parse({ region, ...another() });
  const { roleId } = expectDone(await addRegionRole(cast.operator, input));
  return { at: { roleId }, body };
}

/** Operations, held by somebody since now. */
async function heldBy(cast: Cast, by: Person, body: object = {}) {
  await takesRole(cast.chair, (await theRegion(cast)).key, "operations", by);
  const { id: holderId } = await db.regionRoleHolder.findFirstOrThrow({ orderBy: { id: "desc" } });
  return { at: { holderId }, by, body };
}

async function heldByANewOne(cast: Cast, body: object = {}): Promise<Attempt> {
  const { at } = await heldBy(cast, await aPerson());
  return { at, body };
}

async function withAccess(cast: Cast): Promise<Attempt> {
  const { at } = await heldBy(cast, await aPerson());
  expectDone(await giveAccess(cast.operator, giveAccessInput.parse(at)));
  return { at, body: { reason } };
}

export const regionRoleCases: Cases = {
  "GET /regions/{key}/roles": readable,
  "POST /regions/{key}/roles": async (cast) => ({ ...(await readable(cast)), body: another() }),
  "PUT /region-roles/{roleId}": async (cast) => ofRole(cast, { version: 1, ...said }),
  "POST /region-roles/{roleId}/retire": async (cast) => ofRole(cast, { version: 1, reason }),
  "POST /region-roles/{roleId}/holders": async (cast) =>
    ofRole(cast, { person: `@${cast.contributor.handle}` }),
  "POST /role-holders/{holderId}/hand-over": async (cast) =>
    heldBy(cast, await aPerson(), { person: `@${(await aPerson()).handle}` }),
  "POST /role-holders/{holderId}/lay-down": async (cast) => heldBy(cast, await aPerson(), { reason }),
  "POST /role-holders/{holderId}/access": {
    ready: heldByANewOne,
    never: async (cast) => heldBy(cast, cast.operator),
  },
  "POST /role-holders/{holderId}/access/take": withAccess,
};
