import { makeBadge } from "badge-maker";
import type { RegionPhase } from "./policy";
import { phaseLabels, phaseStages } from "./ui-text";

/** Dark enough for white letters (WCAG 1.4.3); the words say it all the same. */
const colours = {
  discussion: "#1f5fa8",
  board: "#932279",
  delivery: "#8a5300",
  done: "#46700d",
  neutral: "#555555",
  stopped: "#8f1d1d",
} as const;

/** A picture for other pages: "Stream region | 63 % · Building", as SVG without script, style or address. */
export function regionBadge(region: { name: string; phase: RegionPhase; percent: number }): string {
  return makeBadge({
    label: region.name,
    message: `${region.percent} % · ${phaseLabels[region.phase]}`,
    color: colours[phaseStages[region.phase]],
    style: "flat-square",
  });
}
