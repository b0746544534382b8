import type { Stage } from "../tickets/ui-text";
import type { CapabilityState } from "./capability-facts";
import type { JudgedStatus } from "./evidence-policy";
import type { RegionMove, RegionPhase } from "./policy";

/** In the order of the journey (DOMAIN 8). */
export const phaseLabels: Readonly<Record<RegionPhase, string>> = {
  proposed: "Proposed",
  approved: "Approved",
  building: "Building",
  provisioned: "Provisioned",
  production: "Production",
  sunsetting: "Sunsetting",
  retired: "Retired",
};

export const phaseStages: Readonly<Record<RegionPhase, Stage>> = {
  proposed: "discussion",
  approved: "board",
  building: "delivery",
  provisioned: "delivery",
  production: "done",
  sunsetting: "neutral",
  retired: "stopped",
};

export const regionMoveLabels: Readonly<Record<RegionMove, string>> = {
  approve: "Record the approval",
  startBuilding: "Start building",
  declareProvisioned: "Declare provisioned",
  declareProduction: "Declare production",
  startSunset: "Start the sunset",
  retire: "Retire",
};

export const capabilityStateLabels: Readonly<Record<CapabilityState, string>> = {
  not_requested: "Not requested",
  requested: "Requested",
  blocked: "Blocked",
  in_progress: "In progress",
  regressed: "Regressed",
  provisioned: "Provisioned",
  accepted: "Accepted",
};

export const capabilityStateStages: Readonly<Record<CapabilityState, Stage>> = {
  not_requested: "neutral",
  requested: "discussion",
  blocked: "stopped",
  in_progress: "delivery",
  regressed: "stopped",
  provisioned: "delivery",
  accepted: "done",
};

/** Evidence that an operator has to judge, has judged, or that was taken back. */
export const evidenceStatusLabels: Readonly<Record<JudgedStatus, string>> = {
  submitted: "Waits for an operator",
  accepted: "Accepted",
  refused: "Refused",
  withdrawn: "Withdrawn",
};

export const evidenceMoveLabels = {
  accept: "Accept the evidence",
  refuse: "Refuse the evidence",
  withdraw: "Withdraw the evidence",
} as const;

export const onboardingLabels = { closed: "Closed", open: "Open" } as const;

export const onboardingMoveLabels = { open: "Open the onboarding", close: "Close the onboarding" } as const;

/** What a state is worth, in words, for the note that explains the number. */
export const stateMeanings: Readonly<Record<CapabilityState, string>> = {
  not_requested: "No ticket asks for it.",
  requested: "A ticket asks for it; nobody has taken it up.",
  blocked: "It waits for the board, or for another capability.",
  in_progress: "Somebody works on it, or evidence was given.",
  regressed: "It worked before; something broke, expired or was withdrawn.",
  provisioned: "Every ticket is done; the proof is missing.",
  accepted: "Every criterion has evidence that somebody else accepted.",
};
