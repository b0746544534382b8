import type { z } from "zod";
import { transact } from "../../db/transaction";
import { done, notFound, type Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import { applyStep } from "../../workflow/apply-step";
import { decide } from "../../workflow/machine";
import type { moveOnboardingInput } from "../capability-schema";
import { holdRegion } from "../facts";
import { onboardingFacts } from "../onboarding-facts";
import { onboardingMachine } from "../onboarding-machine";

/** Opens the region to tenants, with the place where they ask, or closes it again, with the reason. */
export async function moveOnboarding(
  actor: Actor,
  input: z.output<typeof moveOnboardingInput>,
): Promise<Result<{ region: string }>> {
  return transact(async (tx) => {
    const region = await holdRegion(tx, actor, input.region);
    if (!region) return notFound("region");
    const step = decide(onboardingMachine, input.move, actor, onboardingFacts(region.facts, region.computed));
    if (!step.ok) return step;
    const { reason, url } = input;
    const moved = await applyStep(
      tx,
      step.value,
      { id: region.id, version: input.version },
      {
        regionId: region.id,
        ...(input.move === "open" && { set: { onboardingUrl: url }, data: { url } }),
        ...(reason !== "" && { reason }),
      },
    );
    return moved.ok ? done({ region: region.key }) : moved;
  });
}
