import { isOfficer } from "../workflow/actor";
import { type By, defineMachine } from "../workflow/machine";
import { isOperatorOf, mayMoveRegion, type RegionFacts, type RegionMove, type RegionPhase } from "./policy";
import { phaseLabels, regionMoveLabels } from "./ui-text";

const byOfficers: By<RegionFacts> = { who: "the chair or the secretary", may: isOfficer };
const byOperators: By<RegionFacts> = { who: "the region’s operators", may: isOperatorOf };
const byOperatorsOrOfficers: By<RegionFacts> = {
  who: "the region’s operators, the chair and the secretary",
  may: mayMoveRegion,
};

/** The phases of a region (DOMAIN 8). Provisioned and production are different: the proof lies between them. */
export const regionMachine = defineMachine<RegionPhase, RegionFacts, RegionMove>({
  subject: "region",
  initial: "proposed",
  statuses: phaseLabels,
  moves: {
    approve: {
      label: regionMoveLabels.approve,
      from: ["proposed"],
      to: "approved",
      by: byOfficers,
      records: "region.approved",
      needs: "The decision that approved it.",
    },
    startBuilding: {
      label: regionMoveLabels.startBuilding,
      from: ["approved"],
      to: "building",
      by: byOperatorsOrOfficers,
      records: "region.building_started",
    },
    declareProvisioned: {
      label: regionMoveLabels.declareProvisioned,
      from: ["building"],
      to: "provisioned",
      by: byOperatorsOrOfficers,
      unless: [nothingRequired, notAllProvisioned],
      records: "region.provisioned",
      needs: "Every required capability at least provisioned.",
    },
    declareProduction: {
      label: regionMoveLabels.declareProduction,
      from: ["provisioned"],
      to: "production",
      by: byOperators,
      unless: [nothingRequired, notAllAccepted, onboardingClosed, tooFewOperators],
      records: "region.opened",
      needs:
        "Every required capability accepted by somebody else than who gave the evidence, onboarding open, two people with access.",
    },
    startSunset: {
      label: regionMoveLabels.startSunset,
      from: ["building", "provisioned", "production"],
      to: "sunsetting",
      by: byOperatorsOrOfficers,
      records: "region.sunset_started",
      needs: "The reason, and what tenants should do.",
    },
    retire: {
      label: regionMoveLabels.retire,
      from: ["sunsetting"],
      to: "retired",
      by: byOperatorsOrOfficers,
      unless: [tenantsStillThere],
      records: "region.retired",
      needs: "No tenant left.",
    },
  },
});

function nothingRequired({ capabilities, required }: RegionFacts): string | undefined {
  if (capabilities === 0) return "The region has no capabilities yet, so nothing shows that it works.";
  return required === 0
    ? "None of its capabilities is required, so nothing shows that it works. Say which are."
    : undefined;
}

function notAllProvisioned({ requiredNotProvisioned }: RegionFacts): string | undefined {
  return listed("Not provisioned yet", requiredNotProvisioned);
}

function notAllAccepted({ requiredNotAccepted }: RegionFacts): string | undefined {
  return listed("Not accepted yet", requiredNotAccepted);
}

function onboardingClosed({ onboarding }: RegionFacts): string | undefined {
  return onboarding === "open" ? undefined : "Onboarding is closed: nobody could come in. Open it first.";
}

/** One alone can fall ill, and nobody could take over (DOMAIN 8, operations). */
const operatorsNeeded = 2;

function tooFewOperators({ operatorsWithAccess }: RegionFacts): string | undefined {
  if (operatorsWithAccess >= operatorsNeeded) return undefined;
  return operatorsWithAccess === 1
    ? "Only one person has access as an operator; operations needs two."
    : "Nobody has access as an operator; operations needs two.";
}

function tenantsStillThere({ tenantsLeft }: RegionFacts): string | undefined {
  if (tenantsLeft === 0) return undefined;
  return tenantsLeft === 1 ? "A tenant is still here." : `${tenantsLeft} tenants are still here.`;
}

function listed(what: string, names: readonly string[]): string | undefined {
  return names.length > 0 ? `${what}: ${names.join(", ")}.` : undefined;
}
