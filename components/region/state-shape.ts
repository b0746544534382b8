import type { Stage } from "@/components/ui/badge";
import { html, type SafeHtml } from "@/components/ui/html";

/** The shape of a stage, ten by ten, as the badges draw it with borders. */
const shapes: Readonly<Record<Stage, string>> = {
  neutral: "M5 1a4 4 0 1 0 0 8a4 4 0 1 0 0-8z",
  discussion: "M5 0a5 5 0 1 0 0 10a5 5 0 1 0 0-10z",
  board: "M5 0L10 5L5 10L0 5z",
  delivery: "M1 0L10 5L1 10z",
  done: "M1 5.5L4 8.5L9 1",
  stopped: "M0 0H10V10H0z",
};

export function stateShapeHtml(stage: Stage, { x, y }: { x: number; y: number }): SafeHtml {
  const isLine = stage === "neutral" || stage === "done";
  return html`<path class="${isLine ? "map-shape line" : "map-shape"}" transform="translate(${x} ${y})" d="${shapes[stage]}"/>`;
}
