import { defineMachine, type Facts } from "../workflow/machine";
import { missingForStart } from "./onboarding-steps";
import type { RegionPhase } from "./policy";
import { mayKeepWorkload, type WorkloadPlace } from "./workload-policy";
import { workloadMoveLabels, workloadStatusLabels } from "./workload-ui-text";

export type WorkloadStatus = keyof typeof workloadStatusLabels;
export type WorkloadMove = keyof typeof workloadMoveLabels;

/** What a move of a workload is weighed on. */
export interface WorkloadFacts extends Facts<WorkloadStatus>, WorkloadPlace {
  phase: RegionPhase;
  /** Keys of the onboarding's steps that are done. */
  stepsDone: readonly string[];
  contacts: number;
}

const keepers = {
  who: "the tenant’s own people and the region’s operators",
  may: mayKeepWorkload,
};

/** What a SIG or a project runs on a region, or means to. What has ended is not begun again: a new one is. */
export const workloadMachine = defineMachine<WorkloadStatus, WorkloadFacts, WorkloadMove>({
  subject: "workload",
  initial: "planned",
  statuses: workloadStatusLabels,
  moves: {
    onboard: {
      label: workloadMoveLabels.onboard,
      from: ["planned"],
      to: "onboarding",
      by: keepers,
      unless: [noNewTenants],
      records: "workload.onboarding_started",
      needs: "a region that takes tenants",
    },
    start: {
      label: workloadMoveLabels.start,
      from: ["onboarding"],
      to: "running",
      by: keepers,
      unless: [noNewTenants, notOnboarded],
      records: "workload.started",
      needs: "every step of the onboarding, and somebody who answers for it",
    },
    leave: {
      label: workloadMoveLabels.leave,
      from: ["running"],
      to: "leaving",
      by: keepers,
      records: "workload.leaving",
    },
    end: {
      label: workloadMoveLabels.end,
      from: ["planned", "onboarding", "running", "leaving"],
      to: "ended",
      by: keepers,
      records: "workload.ended",
    },
  },
});

function noNewTenants({ phase }: WorkloadFacts): string | undefined {
  if (phase === "sunsetting") return "The region takes no new tenants: its sunset has begun.";
  return phase === "retired" ? "The region is retired." : undefined;
}

function notOnboarded({ stepsDone, contacts }: WorkloadFacts): string | undefined {
  const missing = missingForStart(stepsDone, contacts);
  return missing.length > 0 ? `Still missing: ${missing.join("; ")}.` : undefined;
}

/** Tenants that still hold something of a region: it cannot be retired before they are gone (DOMAIN 9, 23). */
export const stillThere: readonly WorkloadStatus[] = ["onboarding", "running", "leaving"];
