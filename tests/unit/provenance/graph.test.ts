import fc from "fast-check";
import { expect, test } from "vitest";
import { around, joined, ledTo, type ProvenanceGraph, type ProvenanceKind } from "@/lib/provenance/graph";

const node = (key: string) => ({
  key,
  kind: key.split(":")[0] as ProvenanceKind, // keys of these tests name their kind
  name: key,
  text: "",
  href: `/${key}`,
});
const edge = (from: string, to: string) => ({ from, to });

const story: ProvenanceGraph = {
  nodes: [
    "evidence:1",
    "capability:1",
    "ticket:1",
    "ticket:2",
    "ask:1",
    "ask:2",
    "decision:1",
    "line:1",
    "proposal:1",
  ].map(node),
  edges: [
    edge("proposal:1", "decision:1"),
    edge("line:1", "decision:1"),
    edge("decision:1", "ask:1"),
    edge("decision:1", "ask:2"),
    edge("ask:1", "ticket:1"),
    edge("ask:2", "ticket:2"),
    edge("ticket:1", "capability:1"),
    edge("capability:1", "evidence:1"),
  ],
};
const keys = (graph: ProvenanceGraph) => graph.nodes.map(({ key }) => key);

test("a ticket leads up to the line of the minutes and down to the evidence, past what is only beside it", () => {
  expect(keys(around(story, "ticket:1"))).toEqual([
    ...["proposal:1", "line:1", "decision:1", "ask:1"],
    ...["ticket:1", "capability:1", "evidence:1"],
  ]);
});

test("a decision leads to all that it caused", () => {
  expect(ledTo(story, "decision:1").map(({ key }) => key)).toEqual([
    ...["ask:1", "ask:2", "ticket:1", "ticket:2", "capability:1", "evidence:1"],
  ]);
});

test("what the reader may not see takes its edges along, and a ring does not stop it", () => {
  const nodes = story.nodes.filter(({ key }) => key !== "decision:1");
  expect(keys(around({ ...story, nodes }, "ticket:1"))).not.toContain("decision:1");
  const ring = {
    nodes: [node("ticket:1"), node("decision:1")],
    edges: [edge("ticket:1", "decision:1"), edge("decision:1", "ticket:1")],
  };
  expect(keys(around(ring, "ticket:1"))).toEqual(["decision:1", "ticket:1"]);
});

test("two stories joined hold each thing once", () => {
  expect(joined([story, story])).toEqual({ nodes: story.nodes, edges: story.edges });
});

test("whatever the graph, each thing around another is connected with it, and no edge leads to nowhere", () => {
  const pairs = fc.array(fc.tuple(fc.nat(12), fc.nat(12)), { maxLength: 40 });
  fc.assert(
    fc.property(pairs, fc.nat(9), (edges, start) => {
      const graph = {
        nodes: Array.from({ length: 10 }, (_, id) => node(`ticket:${id}`)),
        edges: edges.map(([from, to]) => edge(`ticket:${from}`, `ticket:${to}`)),
      };
      const part = around(graph, `ticket:${start}`);
      const there = new Set(keys(part));
      expect(there.has(`ticket:${start}`)).toBe(true);
      for (const { from, to } of part.edges) expect([there.has(from), there.has(to)]).toEqual([true, true]);
      expect(keys(around(part, `ticket:${start}`))).toEqual(keys(part));
    }),
  );
});
