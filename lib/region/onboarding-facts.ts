import type { OnboardingFacts } from "./onboarding-machine";
import type { RegionFacts } from "./policy";
import type { ComputedRegion } from "./readiness";

/** The capability of the template that says whether somebody can come in. */
const onboardingKey = "onboarding";

export function onboardingFacts(
  { onboarding, operatorsId }: Pick<RegionFacts, "onboarding" | "operatorsId">,
  { states }: Pick<ComputedRegion, "states">,
): OnboardingFacts {
  const capability = states.find(({ key }) => key === onboardingKey);
  const isProven = capability && capability.state === "accepted";
  return { status: onboarding, operatorsId, isProven };
}
