import type { z } from "zod";
import { now } from "../../clock";
import { type Tx, transact } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { findAffected, findParts } from "../held-incident";
import { mayDeclareIncident } from "../incident-policy";
import type { declareIncidentInput } from "../incident-schema";

type Input = z.output<typeof declareIncidentInput>;

/** Says that something which worked does not: from now on what it affects is regressed, until it is resolved. */
export async function declareIncident(
  actor: Actor,
  input: Input,
): Promise<Result<{ region: string; incident: number }>> {
  if (actor.kind !== "person") return refuse("signed_out", "Sign in to declare an incident.");
  return transact(async (tx) => {
    const region = await tx.region.findUnique({ where: { key: input.region } });
    if (!region) return notFound("region");
    if (!mayDeclareIncident(actor, region)) {
      return refuse("forbidden", "An incident is declared by the region’s operators and the infra team.");
    }
    const startedAt = startOf(input.startedAt);
    if (!startedAt.ok) return startedAt;
    const parts = await findParts(tx, input);
    if (!parts.ok) return parts;
    const affected = await findAffected(tx, region.id, input.affected);
    if (!affected.ok) return affected;
    const number = await nextNumber(tx, region.id);
    const { title, severity, summary } = input;
    const { id } = await tx.incident.create({
      data: {
        ...{ regionId: region.id, number, title, severity, summary, ...parts.value },
        ...{ declaredById: actor.personId, startedAt: startedAt.value, declaredAt: now() },
        affected: { create: affected.value.map((each) => ({ capabilityId: each.id, since: now() })) },
      },
      select: { id: true },
    });
    await record(tx, actor, {
      type: "incident.declared",
      subject: "incident",
      subjectId: id,
      regionId: region.id,
      data: { number, title, severity, to: "open", affected: affected.value.map(({ name }) => name) },
    });
    return done({ region: region.key, incident: number });
  });
}

const toleranceMs = 5 * 60_000;
const longestAgoMs = 90 * 86_400_000;

/** When it began: not in the future, as clocks differ by minutes at most, and not so long ago that it is a slip. */
function startOf(given: Date | null): Result<Date> {
  if (given === null) return done(now());
  const ago = now().getTime() - given.getTime();
  if (ago >= -toleranceMs && ago <= longestAgoMs) return done(ago < 0 ? now() : given);
  const what = ago < 0 ? "That is still to come" : "That is more than 90 days ago";
  const message = `${what}; give when it began, in UTC, or nothing for now.`;
  return refuse("invalid", message, [{ path: "startedAt", message }]);
}

/** The region's row is held, so that two at once get two numbers. */
async function nextNumber(tx: Tx, regionId: number): Promise<number> {
  await tx.$queryRaw`SELECT 1 AS held FROM "Region" WHERE "id" = ${regionId} FOR NO KEY UPDATE`;
  const { _max } = await tx.incident.aggregate({ where: { regionId }, _max: { number: true } });
  return (_max.number ?? 0) + 1;
}
