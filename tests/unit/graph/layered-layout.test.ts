import fc from "fast-check";
import { expect, test } from "vitest";
import { type LayeredLayout, layeredLayout, type PlacedNode } from "@/lib/graph/layered-layout";

const gaps = { beside: 12, between: 30 };
const box = (key: string) => ({ key, width: 100, height: 40 });

const graphs = fc.integer({ min: 1, max: 14 }).chain((count) =>
  fc.record({
    nodes: fc.array(
      fc.record({ width: fc.integer({ min: 20, max: 180 }), height: fc.integer({ min: 20, max: 90 }) }),
      {
        minLength: count,
        maxLength: count,
      },
    ),
    pairs: fc.array(fc.tuple(fc.nat(count), fc.nat(count)), { maxLength: 30 }),
    direction: fc.constantFrom<"down" | "right">("down", "right"),
  }),
);

test("whatever the graph, no two nodes overlap, all are inside the picture, and every edge joins its ends", () => {
  fc.assert(
    fc.property(graphs, ({ nodes, pairs, direction }) => {
      const named = nodes.map((size, place) => ({ key: `n${place}`, ...size }));
      const picture = layeredLayout(
        named,
        pairs.map(([from, to]) => ({ from: `n${from}`, to: `n${to}` })),
        { gaps, direction },
      );
      expect(picture.nodes).toHaveLength(nodes.length);
      for (const [place, node] of picture.nodes.entries()) {
        expect(isInside(node, picture)).toBe(true);
        for (const other of picture.nodes.slice(place + 1))
          expect([node.key, other.key, overlap(node, other)]).toEqual([node.key, other.key, false]);
      }
      for (const { from, to, points } of picture.edges) {
        const [start, end] = [points[0], points.at(-1)];
        expect(touches(nodeOf(picture, from), start)).toBe(true);
        expect(touches(nodeOf(picture, to), end)).toBe(true);
      }
    }),
    { numRuns: 150 },
  );
});

test("a thing stands below all that lead to it, or to the right of them", () => {
  const edges = [
    { from: "a", to: "b" },
    { from: "b", to: "c" },
    { from: "a", to: "c" },
  ];
  const down = layeredLayout([box("c"), box("a"), box("b")], edges, { gaps });
  const right = layeredLayout([box("c"), box("a"), box("b")], edges, { gaps, direction: "right" });
  for (const { from, to } of edges) {
    expect(nodeOf(down, to).y).toBeGreaterThan(nodeOf(down, from).y);
    expect(nodeOf(right, to).x).toBeGreaterThan(nodeOf(right, from).x);
  }
});

test("a ring, an edge to itself, twice or to nowhere does not stop the drawing", () => {
  const ring = [
    { from: "a", to: "b" },
    { from: "b", to: "a" },
    { from: "a", to: "a" },
    { from: "a", to: "b" },
    { from: "a", to: "gone" },
  ];
  const { edges } = layeredLayout([box("a"), box("b")], ring, { gaps });
  expect(edges.map(({ from, to }) => `${from}>${to}`)).toEqual(["a>b", "b>a"]);
});

test("the same graph looks the same each time, and nothing is a picture of no size", () => {
  const draw = () => layeredLayout([box("a"), box("b"), box("c")], [{ from: "a", to: "c" }], { gaps });
  expect(draw()).toEqual(draw());
  expect(layeredLayout([], [], { gaps })).toEqual({ width: 0, height: 0, nodes: [], edges: [] });
});

function nodeOf({ nodes }: LayeredLayout, key: string): PlacedNode {
  const node = nodes.find((each) => each.key === key);
  if (!node) throw new Error(`${key} is not in the picture`);
  return node;
}

const slack = 0.2; // places are rounded to a tenth

function overlap(one: PlacedNode, other: PlacedNode): boolean {
  return (
    one.x + one.width > other.x + slack &&
    other.x + other.width > one.x + slack &&
    one.y + one.height > other.y + slack &&
    other.y + other.height > one.y + slack
  );
}

function isInside(node: PlacedNode, { width, height }: LayeredLayout): boolean {
  return node.x >= 0 && node.y >= 0 && node.x + node.width <= width && node.y + node.height <= height;
}

function touches(node: PlacedNode, point: { x: number; y: number } | undefined): boolean {
  return (
    point !== undefined &&
    point.x >= node.x - slack &&
    point.x <= node.x + node.width + slack &&
    point.y >= node.y - slack &&
    point.y <= node.y + node.height + slack
  );
}
