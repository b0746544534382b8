import type { z } from "zod";
import { now } from "../../clock";
import { type Tx, transact } from "../../db/transaction";
import { done, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { findAffected, findParts, type HeldIncident, holdIncidentToKeep } from "../held-incident";
import { needsPostMortem } from "../incident-policy";
import type { changeIncidentInput } from "../incident-schema";

/** Corrects what is said of an incident: how bad, what it affects, who has which part, where it is written up. */
export async function changeIncident(
  actor: Actor,
  input: z.output<typeof changeIncidentInput>,
): Promise<Result<{ region: string; incident: number }>> {
  return transact(async (tx) => {
    const held = await holdIncidentToKeep(tx, actor, input);
    if (!held.ok) return held;
    const incident = held.value;
    const { title, severity, summary } = input;
    const postMortemUrl = input.postMortemUrl || null;
    if (incident.facts.status === "closed" && needsPostMortem(severity) && !postMortemUrl) return stillNeeded;
    const parts = await findParts(tx, input);
    if (!parts.ok) return parts;
    const affected = await findAffected(tx, incident.region.id, input.affected);
    if (!affected.ok) return affected;
    const { count } = await tx.incident.updateMany({
      where: { id: incident.id, version: input.version },
      data: { title, severity, summary, postMortemUrl, ...parts.value, version: { increment: 1 } },
    });
    if (count === 0) return changedMeanwhile;
    await affect(
      tx,
      incident,
      affected.value.map(({ id }) => id),
    );
    const before = { title: incident.title, severity: incident.facts.severity };
    await record(tx, actor, {
      type: "incident.changed",
      subject: "incident",
      subjectId: incident.id,
      regionId: incident.region.id,
      data: {
        number: incident.number,
        title,
        severity,
        before,
        affected: affected.value.map(({ name }) => name),
      },
    });
    return done({ region: incident.region.key, incident: incident.number });
  });
}

/** What was affected keeps its time: it regressed from then on, and until now. */
async function affect(
  tx: Tx,
  { id: incidentId, affected }: HeldIncident,
  wanted: readonly number[],
): Promise<void> {
  const gone = affected.filter(({ id }) => !wanted.includes(id)).map(({ rowId }) => rowId);
  await tx.incidentCapability.updateMany({ where: { id: { in: gone } }, data: { until: now() } });
  const added = wanted.filter((id) => !affected.some((each) => each.id === id));
  await tx.incidentCapability.createMany({
    data: added.map((capabilityId) => ({ incidentId, capabilityId, since: now() })),
  });
}

const stillNeeded = refuse("invalid", "A closed incident of this severity keeps its post-mortem.", [
  {
    path: "postMortemUrl",
    message: "A closed incident of this severity keeps its post-mortem; give its link.",
  },
]);
const changedMeanwhile = refuse(
  "conflict",
  "Somebody changed this incident before you. Nothing was saved; look again, then decide.",
);
