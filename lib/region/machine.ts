import { isOfficer } from "../workflow/actor";
import { type By, defineMachine } from "../workflow/machine";
import {
  type EvidenceFacts,
  isOperatorOf,
  type JudgedStatus,
  mayJudgeEvidence,
  mayMoveRegion,
  type RegionFacts,
  type RegionMove,
  type RegionPhase,
} from "./policy";
import { evidenceMoveLabels, evidenceStatusLabels, phaseLabels, regionMoveLabels } from "./ui-text";

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
      unless: [nothingRequired, notAllAccepted],
      records: "region.opened",
      needs: "Every required capability accepted by somebody else than who gave the evidence.",
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

const byOtherOperators: By<EvidenceFacts> = {
  who: "an operator of the region who did not give the evidence",
  may: mayJudgeEvidence,
};

/** Evidence is judged once; what was refused is given anew (DOMAIN 6, 8). */
export const evidenceMachine = defineMachine<JudgedStatus, EvidenceFacts, "accept" | "refuse">({
  subject: "evidence",
  initial: "submitted",
  statuses: evidenceStatusLabels,
  moves: {
    accept: {
      label: evidenceMoveLabels.accept,
      from: ["submitted"],
      to: "accepted",
      by: byOtherOperators,
      records: "evidence.accepted",
    },
    refuse: {
      label: evidenceMoveLabels.refuse,
      from: ["submitted"],
      to: "refused",
      by: byOtherOperators,
      records: "evidence.refused",
      needs: "What is missing.",
    },
  },
});

function nothingRequired({ capabilities }: RegionFacts): string | undefined {
  return capabilities > 0 ? undefined : "The region has no capabilities yet, so nothing shows that it works.";
}

function notAllProvisioned({ requiredNotProvisioned }: RegionFacts): string | undefined {
  return listed("Not provisioned yet", requiredNotProvisioned);
}

function notAllAccepted({ requiredNotAccepted }: RegionFacts): string | undefined {
  return listed("Not accepted yet", requiredNotAccepted);
}

function tenantsStillThere({ tenantsLeft = 0 }: RegionFacts): string | undefined {
  if (tenantsLeft === 0) return undefined;
  return tenantsLeft === 1 ? "A tenant is still here." : `${tenantsLeft} tenants are still here.`;
}

function listed(what: string, names: readonly string[]): string | undefined {
  return names.length > 0 ? `${what}: ${names.join(", ")}.` : undefined;
}
