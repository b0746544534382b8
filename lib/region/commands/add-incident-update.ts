import type { z } from "zod";
import { now } from "../../clock";
import { transact } from "../../db/transaction";
import { done, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { holdIncidentToKeep } from "../held-incident";
import type { addIncidentUpdateInput } from "../incident-schema";

/** Writes what is known at this moment under an incident, also afterwards; what was written stays. */
export async function addIncidentUpdate(
  actor: Actor,
  input: z.output<typeof addIncidentUpdateInput>,
): Promise<Result<{ region: string; incident: number }>> {
  if (actor.kind !== "person") return refuse("signed_out", "Sign in to write an update.");
  return transact(async (tx) => {
    const held = await holdIncidentToKeep(tx, actor, input);
    if (!held.ok) return held;
    const { id, number, title, region, facts } = held.value;
    if (facts.status === "closed") {
      return refuse("refused", "The incident is closed; what is learned later belongs into its post-mortem.");
    }
    await tx.incidentUpdate.create({
      data: { incidentId: id, text: input.text, byId: actor.personId, createdAt: now() },
      select: { id: true },
    });
    await record(tx, actor, {
      type: "incident.update_written",
      subject: "incident",
      subjectId: id,
      regionId: region.id,
      data: { number, title },
    });
    return done({ region: region.key, incident: number });
  });
}
