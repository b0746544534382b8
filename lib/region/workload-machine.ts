import { defineMachine, type Facts } from "../workflow/machine";
import { mayKeepWorkload, type WorkloadPlace } from "./workload-policy";
import { workloadMoveLabels, workloadStatusLabels } from "./workload-ui-text";

export type WorkloadStatus = keyof typeof workloadStatusLabels;

/** What a move of a workload is weighed on. */
export interface WorkloadFacts extends Facts<WorkloadStatus>, WorkloadPlace {}

const keepers = { who: "the SIG’s chair and members and the region’s operators", may: mayKeepWorkload };

/** What a SIG runs on a region, or means to. What has ended is not begun again: a new one is. */
export const workloadMachine = defineMachine<WorkloadStatus, WorkloadFacts, keyof typeof workloadMoveLabels>({
  subject: "workload",
  initial: "planned",
  statuses: workloadStatusLabels,
  moves: {
    start: {
      label: workloadMoveLabels.start,
      from: ["planned"],
      to: "running",
      by: keepers,
      records: "workload.started",
    },
    end: {
      label: workloadMoveLabels.end,
      from: ["planned", "running"],
      to: "ended",
      by: keepers,
      records: "workload.ended",
    },
  },
});
