import type { z } from "zod";
import { transact } from "../../db/transaction";
import { done, notFound, type Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import { applyStep } from "../../workflow/apply-step";
import { decide } from "../../workflow/machine";
import { holdRegion } from "../facts";
import { regionMachine } from "../machine";
import type { RegionPhase } from "../policy";
import type { moveRegionInput } from "../schema";

/**
 * Moves the phase of a region (DOMAIN 8). Its gates are weighed on the capabilities as they are now, and as this
 * actor sees them: the refusal names what is missing, and nothing that is hidden from them.
 */
export async function moveRegion(
  actor: Actor,
  input: z.output<typeof moveRegionInput>,
): Promise<Result<{ region: string; phase: RegionPhase }>> {
  return transact(async (tx) => {
    const region = await holdRegion(tx, actor, input.region);
    if (!region) return notFound("region");
    const step = decide(regionMachine, input.move, actor, region.facts);
    if (!step.ok) return step;
    // The readiness stays out of the event: it is this actor's number, and everybody reads the history.
    const details = { regionId: region.id, ...(input.reason !== "" && { reason: input.reason }) };
    const moved = await applyStep(tx, step.value, { id: region.id, version: input.version }, details);
    return moved.ok ? done({ region: region.key, phase: step.value.to }) : moved;
  });
}
