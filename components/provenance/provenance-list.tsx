import type { ProvenanceNode } from "@/lib/provenance/graph";
import type { Provenance } from "@/lib/provenance/queries";
import { kindLabels } from "@/lib/provenance/ui-text";

/** The same as the picture, for those who read lists: each thing with what it led to. */
export function ProvenanceList({ provenance: { nodes, edges, start } }: { provenance: Provenance }) {
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  const kinds = [...new Set(nodes.map(({ kind }) => kind))];
  const next = (key: string) => edges.flatMap(({ from, to }) => (from === key ? (byKey.get(to) ?? []) : []));
  return (
    <div className="prov-list">
      {kinds.map((kind) => (
        <section key={kind}>
          <h3>{kindLabels[kind]}</h3>
          <ul>
            {nodes
              .filter((node) => node.kind === kind)
              .map((node) => (
                <li key={node.key} aria-current={node.key === start.key || undefined}>
                  <a href={node.href}>{node.name}</a>: <span dir="auto">{node.text}</span>
                  <LedTo nodes={next(node.key)} />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function LedTo({ nodes }: { nodes: readonly ProvenanceNode[] }) {
  if (nodes.length === 0) return null;
  return <span className="meta"> Led to: {nodes.map(({ name }) => name).join(", ")}</span>;
}
