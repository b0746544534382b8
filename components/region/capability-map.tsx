import { layoutMap, type MapEdge, type MapNode } from "@/lib/region/map-layout";
import type { CapabilityShown } from "@/lib/region/queries";
import { capabilityStateLabels, capabilityStateStages } from "@/lib/region/ui-text";
import { StateShape } from "./state-shape";
import { wrapName } from "./wrap-name";

const sizes = { nodeWidth: 118, nodeHeight: 56, gapX: 10, gapY: 22 };
/** Room for the outlines that reach over the edge. */
const margin = 2;

type OnMap = Pick<CapabilityShown, "key" | "name" | "state" | "dependsOn">;

/** What depends on what, drawn on the server: each node leads to its place in the list, which says the same. */
export function CapabilityMap({ capabilities }: { capabilities: readonly OnMap[] }) {
  const { width, height, nodes, edges } = layoutMap(capabilities, sizes);
  const byKey = new Map(capabilities.map((capability) => [capability.key, capability]));
  const box = `${-margin} ${-margin} ${round(width) + 2 * margin} ${height + 2 * margin}`;
  return (
    <nav className="map" aria-label="Map of the capabilities">
      <svg viewBox={box} width={round(width) + 2 * margin} height={height + 2 * margin} className="map-svg">
        <title>What depends on what, from the top down</title>
        <path className="map-lines" d={edges.map(lineOf).join("")} />
        {nodes.map((node) => {
          const capability = byKey.get(node.key);
          return capability && <MapLink key={node.key} node={node} capability={capability} />;
        })}
      </svg>
    </nav>
  );
}

function MapLink({ node, capability }: { node: MapNode; capability: OnMap }) {
  const { key, name, state } = capability;
  const words = capabilityStateLabels[state];
  const lines = wrapName(name, 16);
  const first = lines.length === 1 ? 24 : 17;
  return (
    <a
      href={`#capability-${key}`}
      aria-label={`${name}: ${words}`}
      className={`map-node s-${capabilityStateStages[state]} is-${state}`}
    >
      <g transform={`translate(${round(node.x)} ${node.y})`}>
        <rect width={sizes.nodeWidth} height={sizes.nodeHeight} rx="3" />
        {lines.map((line, place) => (
          <text key={line} x="9" y={first + place * 14} className="map-name">
            {line}
          </text>
        ))}
        <StateShape stage={capabilityStateStages[state]} x={9} y={lines.length === 1 ? 34 : 38} />
        <text x="23" y={lines.length === 1 ? 43 : 47} className="map-state">
          {words}
        </text>
      </g>
    </a>
  );
}

/** Straight through rows, bent between them. */
function lineOf({ points }: MapEdge): string {
  return points
    .map(({ x, y }, place) => {
      const before = points[place - 1];
      if (!before) return `M${round(x)} ${y}`;
      if (before.x === x) return `V${y}`;
      const middle = (before.y + y) / 2;
      return `C${round(before.x)} ${middle} ${round(x)} ${middle} ${round(x)} ${y}`;
    })
    .join("");
}

function round(length: number): number {
  return Math.round(length * 10) / 10;
}
