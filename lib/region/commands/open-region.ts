import type { z } from "zod";
import { now } from "../../clock";
import { type Tx, transact } from "../../db/transaction";
import { done, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { mayOpenRegion } from "../policy";
import { roleTemplate } from "../role-template";
import type { openRegionInput } from "../schema";
import { capabilityTemplate } from "../template";

/** Opens a region as proposed, with the capabilities of the template, their dependencies and criteria (DOMAIN 8). */
export async function openRegion(
  actor: Actor,
  input: z.output<typeof openRegionInput>,
): Promise<Result<{ region: string }>> {
  if (!mayOpenRegion(actor)) return refuse("forbidden", "A region is opened by the chair or the secretary.");
  return transact(async (tx) => {
    const { operators, ...columns } = input;
    const body = await tx.body.findUnique({ where: { handle: operators }, select: { id: true } });
    if (!body) return unknownBody;
    const [region] = await tx.region.createManyAndReturn({
      data: [{ ...columns, operatorsId: body.id, createdAt: now() }],
      skipDuplicates: true,
      select: { id: true },
    });
    if (!region) return taken(input.key);
    await addCapabilities(tx, region.id);
    await addRoles(tx, region.id);
    await record(tx, actor, {
      type: "region.created",
      subject: "region",
      subjectId: region.id,
      regionId: region.id,
      data: { key: input.key, name: input.name, capabilities: capabilityTemplate.length },
    });
    return done({ region: input.key });
  });
}

async function addCapabilities(tx: Tx, regionId: number): Promise<void> {
  const rows = await tx.capability.createManyAndReturn({
    data: capabilityTemplate.map(({ key, name, purpose, weight, required, acceptance }, place) => {
      const criteria = [...acceptance];
      return { regionId, key, name, purpose, weight, required, criteria, position: place + 1 };
    }),
    select: { id: true, key: true },
  });
  const ids = new Map(rows.map(({ id, key }) => [key, id]));
  await tx.capabilityDependency.createMany({
    data: capabilityTemplate.flatMap(({ key, dependsOn }) =>
      dependsOn.map((other) => ({ capabilityId: idOf(ids, key), dependsOnId: idOf(ids, other) })),
    ),
  });
}

/** The roles of the template: those without a purpose wait for their definition. */
async function addRoles(tx: Tx, regionId: number): Promise<void> {
  await tx.regionRole.createMany({
    data: roleTemplate.map((role, place) => ({
      ...role,
      regionId,
      status: role.purpose && role.duties ? "defined" : "to_define",
      position: place + 1,
      createdAt: now(),
    })),
  });
}

function idOf(ids: ReadonlyMap<string, number>, key: string): number {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`the template names a capability ${key} that it does not have`);
  return id;
}

const operatorsMessage = "No body is called that; give one such as operators.";
const unknownBody = refuse("invalid", operatorsMessage, [{ path: "operators", message: operatorsMessage }]);

function taken(key: string): Result<never> {
  const message = `There already is a region “${key}”. Choose another key.`;
  return refuse("conflict", message, [{ path: "key", message }]);
}
