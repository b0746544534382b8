import type { z } from "zod";
import { now } from "../../clock";
import { transact } from "../../db/transaction";
import { done, type Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import { applyStep } from "../../workflow/apply-step";
import { decide } from "../../workflow/machine";
import { holdIncident } from "../held-incident";
import { incidentMachine } from "../incident-machine";
import type { moveIncidentInput } from "../incident-schema";

/** Moves an incident on: what it affects works again once it is resolved, and not before. */
export async function moveIncident(
  actor: Actor,
  input: z.output<typeof moveIncidentInput>,
): Promise<Result<{ region: string; incident: number }>> {
  return transact(async (tx) => {
    const held = await holdIncident(tx, input);
    if (!held.ok) return held;
    const { id, number, title, region, facts } = held.value;
    const step = decide(incidentMachine, input.move, actor, facts);
    if (!step.ok) return step;
    const resolvedAt = input.move === "resolve" ? now() : input.move === "reopen" ? null : undefined;
    const moved = await applyStep(
      tx,
      step.value,
      { id, version: input.version },
      {
        regionId: region.id,
        ...(resolvedAt !== undefined && { set: { resolvedAt } }),
        data: { number, title },
        ...(input.reason !== "" && { reason: input.reason }),
      },
    );
    return moved.ok ? done({ region: region.key, incident: number }) : moved;
  });
}
