import { defineMachine, type Facts } from "../workflow/machine";
import { isOperatorOf, type OnboardingStatus } from "./policy";
import { onboardingLabels, onboardingMoveLabels } from "./ui-text";

/** What opening and closing the onboarding is weighed on. */
export interface OnboardingFacts extends Facts<OnboardingStatus> {
  operatorsId: number;
  /** Whether the capability of that name is accepted; undefined where the region has none. */
  isProven: boolean | undefined;
}

const byOperators = { who: "the region’s operators", may: isOperatorOf };

/** Whether tenants are taken in; production needs it open (DOMAIN 8). */
export const onboardingMachine = defineMachine<
  OnboardingStatus,
  OnboardingFacts,
  keyof typeof onboardingMoveLabels
>({
  subject: "onboarding",
  initial: "closed",
  statuses: onboardingLabels,
  moves: {
    open: {
      label: onboardingMoveLabels.open,
      from: ["closed"],
      to: "open",
      by: byOperators,
      unless: [notProven],
      records: "onboarding.opened",
      needs: "Where tenants ask, as a link.",
    },
    close: {
      label: onboardingMoveLabels.close,
      from: ["open"],
      to: "closed",
      by: byOperators,
      records: "onboarding.closed",
      needs: "The reason.",
    },
  },
});

function notProven({ isProven }: OnboardingFacts): string | undefined {
  return isProven === false
    ? "The capability Onboarding is not accepted yet: show first that a second team came in."
    : undefined;
}
