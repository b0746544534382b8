import { layeredLayout, type PlacedEdge, type PlacedNode } from "@/lib/graph/layered-layout";
import type { ProvenanceNode } from "@/lib/provenance/graph";
import type { Provenance } from "@/lib/provenance/queries";
import { wrapName } from "../region/wrap-name";

const size = { width: 152, height: 58 };
const gaps = { beside: 10, between: 26 };
/** Room for the outlines that reach over the edge. */
const margin = 3;
/** More than fit below each other on a phone are drawn from left to right, in a box that scrolls. */
const manyNodes = 24;

/** What led to what, drawn on the server: each node is a link, and the list beside it says the same. */
export function ProvenancePicture({ provenance: { nodes, edges, start } }: { provenance: Provenance }) {
  const picture = layeredLayout(
    nodes.map(({ key }) => ({ key, ...size })),
    edges,
    { gaps, direction: nodes.length > manyNodes ? "right" : "down" },
  );
  const [width, height] = [picture.width + 2 * margin, picture.height + 2 * margin];
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  return (
    <nav className="map" aria-label="Picture of where it comes from and what it led to">
      <svg
        viewBox={`${-margin} ${-margin} ${width} ${height}`}
        width={width}
        height={height}
        className="map-svg"
      >
        <title>What led to what</title>
        <path className="map-lines" d={picture.edges.map(lineOf).join("")} />
        {picture.nodes.map((placed) => {
          const node = byKey.get(placed.key);
          return (
            node && <NodeLink key={placed.key} placed={placed} node={node} isStart={node.key === start.key} />
          );
        })}
      </svg>
    </nav>
  );
}

function NodeLink({ placed, node, isStart }: { placed: PlacedNode; node: ProvenanceNode; isStart: boolean }) {
  return (
    <a
      href={node.href}
      aria-label={`${node.name}: ${node.text}`}
      aria-current={isStart || undefined}
      className={`map-node prov-node p-${node.kind}`}
    >
      <g transform={`translate(${placed.x} ${placed.y})`}>
        <rect width={placed.width} height={placed.height} rx="3" />
        <text x="9" y="17" className="map-state">
          {wrapName(node.name, 20)[0]}
        </text>
        {wrapName(node.text, 21).map((line, place) => (
          // Lines of one text: their place is what tells them apart.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <text key={place} x="9" y={34 + place * 14} className="map-name">
            {line}
          </text>
        ))}
      </g>
    </a>
  );
}

function lineOf({ points }: PlacedEdge): string {
  return points.map(({ x, y }, place) => `${place === 0 ? "M" : "L"}${x} ${y}`).join("");
}
