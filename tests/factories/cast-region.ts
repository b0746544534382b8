import { db } from "@/lib/db/client";
import { openRegion } from "@/lib/region/commands/open-region";
import type { RegionMove } from "@/lib/region/policy";
import { openRegionInput } from "@/lib/region/schema";
import { type Cast, castOperators } from "./cast";
import { aPerson, type Person } from "./people";
import { expectDone } from "./proposals";
import { type MadeRegion, movesOnboarding, movesRegion, proven } from "./region";
import { twoWithAccess } from "./region-roles";

let regions = 0;

/** A region that the cast's operator operates, as it is after these moves. */
export async function aCastRegion(cast: Cast, moves: readonly RegionMove[] = []): Promise<MadeRegion> {
  regions += 1;
  const key = `cast-region-${regions}`;
  const input = openRegionInput.parse({ key, name: `Cast region ${regions}`, operators: castOperators });
  expectDone(await openRegion(cast.chair, input));
  for (const move of moves) expectDone(await movesRegion(cast.chair, key, move));
  const { chair, sigChair: sig, infra, operator } = cast;
  return { key, chair, sig, infra, operator, other: await anotherOperator() };
}

/** One that is being built and needs a single capability, which is accepted. */
export async function aProvenRegion(cast: Cast): Promise<MadeRegion> {
  const region = await aCastRegion(cast, ["approve", "startBuilding"]);
  const others = { key: { not: "sponsorship" }, region: { key: region.key } };
  await db.capability.updateMany({ where: others, data: { required: false } });
  await proven(region, "sponsorship");
  return region;
}

/** Provisioned, and ready to be declared in production. */
export async function aProvisionedRegion(cast: Cast): Promise<MadeRegion> {
  const region = await aProvenRegion(cast);
  expectDone(await movesRegion(cast.operator, region.key, "declareProvisioned"));
  await proven(region, "onboarding");
  expectDone(await movesOnboarding(cast.operator, region.key));
  await twoWithAccess(region);
  return region;
}

/** Somebody else with the role of the cast's operator. */
export function anotherOperator(): Promise<Person> {
  return aPerson({ roles: [{ role: "operator", body: castOperators }] });
}
