import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layoutMap, type MapLayout } from "../../../lib/region/map-layout";
import { capabilityTemplate } from "../../../lib/region/template";

const sizes = { nodeWidth: 118, nodeHeight: 60, gapX: 10, gapY: 20 };

interface Thing {
  key: string;
  dependsOn: string[];
}

/** Up to that many things, each depending on any of those before it: what a growing region may come to. */
function graphUpTo(most: number): fc.Arbitrary<Thing[]> {
  return fc.array(fc.array(fc.nat(), { maxLength: 4 }), { maxLength: most, size: "max" }).map((picks) =>
    picks.map((pick, place) => ({
      key: `c${place}`,
      dependsOn: place === 0 ? [] : [...new Set(pick.map((number) => `c${number % place}`))],
    })),
  );
}

function overlaps({ nodes }: MapLayout): string[] {
  return nodes.flatMap((one, place) =>
    nodes
      .slice(place + 1)
      .filter(
        (other) =>
          Math.abs(one.x - other.x) < sizes.nodeWidth + sizes.gapX - 0.001 &&
          Math.abs(one.y - other.y) < sizes.nodeHeight + sizes.gapY - 0.001,
      )
      .map((other) => `${one.key} and ${other.key}`),
  );
}

function strays({ nodes, width, height }: MapLayout): string[] {
  return nodes
    .filter(
      ({ x, y }) =>
        x < -0.001 ||
        y < -0.001 ||
        x + sizes.nodeWidth > width + 0.001 ||
        y + sizes.nodeHeight > height + 0.001,
    )
    .map(({ key }) => key);
}

type Point = { x: number; y: number } | undefined;

/** To half a pixel. */
function isOnBorder(point: Point, node: Point): boolean {
  if (!point || !node) return false;
  const across = Math.abs(point.x - node.x - sizes.nodeWidth / 2) - sizes.nodeWidth / 2;
  const along = Math.abs(point.y - node.y - sizes.nodeHeight / 2) - sizes.nodeHeight / 2;
  return Math.abs(Math.max(across, along)) < 0.5;
}

describe("the map of the capabilities", () => {
  it.each([19, 60, 400])(
    "of up to %i capabilities lays none upon another and all within its frame",
    (most) => {
      fc.assert(
        fc.property(graphUpTo(most), (items) => {
          const map = layoutMap(items, sizes);
          expect(map.nodes).toHaveLength(items.length);
          expect(overlaps(map)).toEqual([]);
          expect(strays(map)).toEqual([]);
        }),
        { numRuns: most === 19 ? 25 : 3 },
      );
    },
  );

  it.each([19, 60, 400])("finds room for %i capabilities that depend on nothing", (count) => {
    const map = layoutMap(
      Array.from({ length: count }, (_, place) => ({ key: `c${place}`, dependsOn: [] })),
      sizes,
    );
    expect(overlaps(map)).toEqual([]);
    expect(map.width).toBeLessThan(20 * (sizes.nodeWidth + sizes.gapX));
  });

  it("lays each capability below all that it depends on", () => {
    fc.assert(
      fc.property(graphUpTo(40), (items) => {
        const map = layoutMap(items, sizes);
        const topOf = new Map(map.nodes.map(({ key, y }) => [key, y]));
        for (const { key, dependsOn } of items)
          for (const other of dependsOn) expect(topOf.get(other)).toBeLessThan(topOf.get(key) ?? 0);
      }),
      { numRuns: 15 },
    );
  });

  it("joins each line to the edges of what it connects", () => {
    const map = layoutMap(capabilityTemplate, sizes);
    const nodeOf = new Map(map.nodes.map((node) => [node.key, node]));
    expect(map.edges.length).toBeGreaterThan(18);
    for (const { from, to, points } of map.edges) {
      const [start, end] = [nodeOf.get(from), nodeOf.get(to)];
      expect(isOnBorder(points.at(0), start)).toBe(true);
      expect(isOnBorder(points.at(-1), end)).toBe(true);
    }
  });

  it("leaves out a line that follows from others", () => {
    const { edges } = layoutMap(capabilityTemplate, sizes);
    const into = (to: string) => edges.filter((edge) => edge.to === to).map(({ from }) => from);
    expect(into("provisioning")).toEqual(["dns"]);
    expect(into("backup-and-exit")).not.toContain("hosts");
  });

  it("is drawn also where dependencies form a ring, or name what is not there", () => {
    const map = layoutMap(
      [
        { key: "a", dependsOn: ["b", "gone"] },
        { key: "b", dependsOn: ["c"] },
        { key: "c", dependsOn: ["a", "c"] },
      ],
      sizes,
    );
    expect(map.nodes.map(({ key }) => key).sort()).toEqual(["a", "b", "c"]);
    expect(overlaps(map)).toEqual([]);
  });

  it("of nothing is empty", () => {
    expect(layoutMap([], sizes)).toEqual({ width: 0, height: 0, nodes: [], edges: [] });
  });
});
