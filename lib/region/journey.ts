import { entriesOf } from "../workflow/machine";
import { regionMachine } from "./machine";
import { type RegionPhase, regionPhases } from "./policy";
import { phaseLabels } from "./ui-text";

export interface PhaseStep {
  key: string;
  label: string;
  state: "done" | "current" | "ahead" | "skipped";
  at?: string;
  by?: string;
  needs?: string;
}

export interface PhasesEntered {
  phase: RegionPhase;
  createdAt: string;
  /** Each phase with when and by whom it was last entered. */
  phases: readonly { phase: string; at: string; by: string | null }[];
}

/** The rail of a region up to production; its end is shown only where it has begun. */
export function regionJourney(region: PhasesEntered): PhaseStep[] {
  const entered = new Map(region.phases.map((each) => [each.phase, each]));
  const here = regionPhases.indexOf(region.phase);
  const isEnding = here > regionPhases.indexOf("production");
  const shown = isEnding ? regionPhases : regionPhases.slice(0, regionPhases.indexOf("production") + 1);
  return shown.map((phase, place) => {
    const entry = entered.get(phase);
    const at = entry?.at ?? (place === 0 ? region.createdAt : undefined);
    const state = stateOf(place, here, at !== undefined);
    return {
      key: phase,
      label: phaseLabels[phase],
      state,
      ...(at && state !== "ahead" && { at }),
      ...(entry?.by && state !== "ahead" && { by: entry.by }),
      ...(state === "current" && needsAfter(phase)),
    };
  });
}

function stateOf(place: number, here: number, wasEntered: boolean): PhaseStep["state"] {
  if (place === here) return "current";
  if (place > here) return "ahead";
  return wasEntered ? "done" : "skipped";
}

/** What the move to the next phase asks for. */
function needsAfter(phase: RegionPhase): { needs?: string } {
  const next = regionPhases[regionPhases.indexOf(phase) + 1];
  if (phase === "production" || next === undefined) return {};
  const found = entriesOf(regionMachine).find(([, move]) => move.from.includes(phase) && move.to === next);
  return found?.[1].needs ? { needs: `Needs: ${lowerFirst(found[1].needs)}` } : {};
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
