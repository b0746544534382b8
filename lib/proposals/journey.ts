import { keysOf } from "../keys-of";
import { entriesOf } from "../workflow/machine";
import { type ProposalStatus, proposalMachine } from "./machine";
import { closedLabels, statusLabels } from "./ui-text";

export interface JourneyStep {
  key: string;
  label: string;
  state: "done" | "current" | "ahead" | "skipped";
  at?: string;
  by?: string;
  needs?: string;
}

export interface Travelled {
  status: ProposalStatus;
  closedAs: keyof typeof closedLabels | null;
  imported: boolean;
  createdAt: string;
  author: { name: string };
  journey: readonly { status: ProposalStatus; at: string; by: string | null }[];
}

const order = keysOf(statusLabels);

/** The rail of a proposal: each status with when and by whom it was last entered, and what the present one needs. */
export function journeyOf(proposal: Travelled): JourneyStep[] {
  const entered = new Map(proposal.journey.map((step) => [step.status, step]));
  const here = order.indexOf(proposal.status);
  return order.map((status, place) => {
    const entry = entered.get(status);
    const isStart = status === "draft" && !proposal.imported;
    const state = stateOf(place, here, isStart || entry !== undefined);
    const shown = state === "done" || state === "current";
    const at = entry?.at ?? (isStart ? proposal.createdAt : undefined);
    const by = entry?.by ?? (isStart ? proposal.author.name : undefined);
    return {
      key: status,
      label:
        status === "closed" && proposal.closedAs ? closedLabels[proposal.closedAs] : statusLabels[status],
      state,
      ...(shown && at && { at }),
      ...(shown && by && { by }),
      ...(state === "current" && needsOf(status)),
    };
  });
}

function stateOf(place: number, here: number, visited: boolean): JourneyStep["state"] {
  if (place === here) return "current";
  if (place > here) return "ahead";
  return visited ? "done" : "skipped";
}

/** The need of the one move that leads on along the rail. */
function needsOf(status: ProposalStatus): { needs?: string } {
  if (status === "under_review") return { needs: "Needs a decision of the board." };
  const next = entriesOf(proposalMachine).find(
    ([, move]) =>
      move.from.some((from) => from === status) && order.indexOf(move.to) === order.indexOf(status) + 1,
  );
  return next?.[1].needs ? { needs: `Needs ${next[1].needs}.` } : {};
}
