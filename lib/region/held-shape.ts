import type { Tx } from "../db/transaction";
import { done, notFound, type Result, refuse } from "../result";
import type { Actor } from "../workflow/actor";
import { dependencyRing } from "./dependants";
import { mayShapeRegion } from "./policy";

export interface ShapedCapability {
  id: number;
  key: string;
  name: string;
  purpose: string;
  required: boolean;
  weight: number;
  criteria: string[];
  position: number;
  version: number;
  dependsOn: string[];
}

/** A region whose capabilities somebody may change: nobody else changes them until the transaction ends. */
export interface ShapedRegion {
  id: number;
  key: string;
  capabilities: ShapedCapability[];
}

export async function holdToShape(tx: Tx, actor: Actor, key: string): Promise<Result<ShapedRegion>> {
  const region = await tx.region.findUnique({
    where: { key },
    select: { id: true, key: true, operatorsId: true },
  });
  if (!region) return notFound("region");
  if (!mayShapeRegion(actor, region)) {
    const message = "What a region is made of is said by its operators, the chair and the secretary.";
    return refuse("forbidden", message);
  }
  await tx.$queryRaw`SELECT 1 AS held FROM "Region" WHERE "id" = ${region.id} FOR NO KEY UPDATE`;
  const rows = await tx.capability.findMany({
    where: { regionId: region.id, removedAt: null },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: shapeSelect,
  });
  const capabilities = rows.map(({ dependsOn, ...row }) => ({
    ...row,
    dependsOn: dependsOn.map((each) => each.dependsOn.key),
  }));
  return done({ id: region.id, key: region.key, capabilities });
}

const shapeSelect = {
  id: true,
  key: true,
  name: true,
  purpose: true,
  required: true,
  weight: true,
  criteria: true,
  position: true,
  version: true,
  dependsOn: { select: { dependsOn: { select: { key: true } } } },
} as const;

/** A capability of it, at the version that the actor saw. */
export function shapedAt(
  { capabilities }: ShapedRegion,
  { capability, version }: { capability: string; version: number },
): Result<ShapedCapability> {
  const found = capabilities.find(({ key }) => key === capability);
  if (!found) return notFound("capability");
  if (found.version === version) return done(found);
  return refuse(
    "conflict",
    `Somebody changed ${found.name} before you. Nothing was saved; look again, then decide.`,
  );
}

/** The ids of what a capability shall depend on; refused where one is not there, or where it would close a ring. */
export function dependencyIds(
  { capabilities }: ShapedRegion,
  { key, name, dependsOn }: { key: string; name: string; dependsOn: readonly string[] },
): Result<number[]> {
  const known = new Map(capabilities.map((each) => [each.key, each]));
  const unknown = dependsOn.filter((each) => !known.has(each));
  if (unknown.length > 0) {
    return wrong(`The region has no capability “${unknown.join(", ")}”; choose from its list.`);
  }
  const others = capabilities.filter((each) => each.key !== key);
  const ring = dependencyRing([{ key, dependsOn }, ...others]);
  if (ring) {
    const names = ring.map((each) => (each === key ? name : (known.get(each)?.name ?? each)));
    return wrong(`These would wait for each other, and none could ever be built: ${names.join(" → ")}.`);
  }
  return done(dependsOn.flatMap((each) => known.get(each)?.id ?? []));
}

function wrong(message: string): Result<never> {
  return refuse("invalid", message, [{ path: "dependsOn", message }]);
}

/** Two of one name would be taken for each other. */
export function nameIsFree(
  { capabilities }: ShapedRegion,
  { key, name }: { key?: string; name: string },
): Result<null> {
  const same = capabilities.find(
    (each) => each.key !== key && each.name.toLowerCase() === name.toLowerCase(),
  );
  if (!same) return done(null);
  const message = `The region already has ${same.name}. Choose another name.`;
  return refuse("conflict", message, [{ path: "name", message }]);
}
