import { html, type SafeHtml } from "@/components/ui/html";
import type { StateOfCapability } from "@/lib/region/capability-facts";
import { keptLayout } from "@/lib/region/kept-layout";
import type { MapEdge, MapLayout, MapNode } from "@/lib/region/map-layout";
import { capabilityStateLabels, capabilityStateStages } from "@/lib/region/ui-text";
import { stateShapeHtml } from "./state-shape";
import { wrapName, wrapText } from "./wrap-name";

const sizes = { nodeWidth: 106, nodeHeight: 54, gapX: 8, gapY: 20 };
/** Room for the outlines that reach over the edge. */
const margin = 2;
/** A wider map would be dust on a phone: it scrolls there instead of becoming smaller. */
const mostShrunk = 720;
/** Why a capability stands where it stands, above its node while that has the focus. */
const panel = { width: 300, height: 68, lineHeight: 15 };

export interface OnMap extends Pick<StateOfCapability, "key" | "name" | "state" | "because"> {
  dependsOn: readonly string[];
}

interface Props {
  region: string;
  capabilities: readonly OnMap[];
}

/**
 * What depends on what, drawn on the server: each node leads to its page, and says more while it has the focus. One
 * string, as the list beside it (docs/adr/007-lists-as-html.md).
 */
export function CapabilityMap({ region, capabilities }: Props) {
  const inside = { __html: mapHtml(region, capabilities).text };
  return (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: `html` escapes whatever stands in it
    <nav className="map" aria-label="Map of the capabilities" dangerouslySetInnerHTML={inside} />
  );
}

function mapHtml(region: string, capabilities: readonly OnMap[]): SafeHtml {
  const layout = keptLayout(capabilities, sizes);
  const byKey = new Map(capabilities.map((capability) => [capability.key, capability]));
  const width = Math.max(layout.width, panel.width) + 2 * margin;
  const height = layout.height + panel.height + 2 * margin;
  const nodes = layout.nodes.flatMap((node) => {
    const capability = byKey.get(node.key);
    return capability ? [nodeHtml({ region, node, capability, layout })] : [];
  });
  const look = width <= mostShrunk ? "map-svg shrinks" : "map-svg";
  return html`<svg class="${look}" viewBox="${-margin} ${-margin - panel.height} ${width} ${height}" width="${width}" height="${height}"><title>What depends on what, from the top down</title><text class="map-hint" x="0" y="${16 - panel.height}">Point at a capability, or tab to it, to read why it stands so.</text><path class="map-lines" d="${layout.edges.map(lineOf).join("")}"/>${nodes}</svg>`;
}

interface Placed {
  region: string;
  node: MapNode;
  capability: OnMap;
  layout: MapLayout;
}

function nodeHtml({ region, node, capability, layout }: Placed): SafeHtml {
  const { key, name, state, because } = capability;
  const [words, stage] = [capabilityStateLabels[state], capabilityStateStages[state]];
  const lines = wrapName(name, 14);
  const isOne = lines.length === 1;
  const names = lines.map(
    (line, place) => html`<text class="map-name" x="8" y="${(isOne ? 23 : 16) + place * 14}">${line}</text>`,
  );
  return html`<a href="/region/${region}/${key}" aria-label="${name}: ${words}" class="map-node s-${stage} is-${state}"><desc>${because}</desc><g transform="translate(${node.x} ${node.y})"><rect width="${sizes.nodeWidth}" height="${sizes.nodeHeight}" rx="3"/>${names}${stateShapeHtml(stage, { x: 8, y: isOne ? 33 : 37 })}<text class="map-state" x="22" y="${isOne ? 42 : 46}">${words}</text></g>${panelHtml(node, because, layout)}</a>`;
}

/** Above the node, where only what was drawn before it lies beneath. */
function panelHtml({ x, y }: MapNode, because: string, { width }: MapLayout): SafeHtml {
  const most = Math.max(0, Math.max(width, panel.width) - panel.width);
  const left = Math.min(most, Math.max(0, x + (sizes.nodeWidth - panel.width) / 2));
  const lines = wrapText(because, { width: 46, lines: 3 });
  const height = lines.length * panel.lineHeight + 14;
  const texts = lines.map(
    (line, place) => html`<text x="9" y="${18 + place * panel.lineHeight}">${line}</text>`,
  );
  return html`<g class="map-panel" aria-hidden="true" transform="translate(${Math.round(left)} ${y - height - 5})"><rect width="${panel.width}" height="${height}" rx="3"/>${texts}</g>`;
}

/** Bent at each point that the layout gives, so that lines are told apart. */
function lineOf({ points }: MapEdge): string {
  const [first, ...rest] = points;
  if (!first) return "";
  const last = rest.pop() ?? first;
  if (rest.length === 0) return `M${first.x} ${first.y}L${last.x} ${last.y}`;
  const curves = rest.map((point, place) => {
    const next = rest[place + 1];
    const end = next ? { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 } : last;
    return `Q${round(point.x)} ${round(point.y)} ${round(end.x)} ${round(end.y)}`;
  });
  return `M${first.x} ${first.y}${curves.join("")}`;
}

function round(length: number): number {
  return Math.round(length * 10) / 10;
}
