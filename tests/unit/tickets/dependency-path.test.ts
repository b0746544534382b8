import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Dependency, pathBetween } from "@/lib/tickets/dependency-path";

const chain = (length: number): Dependency[] =>
  Array.from({ length: length - 1 }, (_, place) => ({ blocker: place + 1, blocked: place + 2 }));

describe("a way along what waits for what", () => {
  it("is named from end to end, also over 40 tickets", () => {
    const path = pathBetween(chain(40), 1, 40);
    expect(path).toHaveLength(40);
    expect(path?.[0]).toBe(1);
    expect(path?.at(-1)).toBe(40);
  });

  it("is the shortest of several", () => {
    const edges = [...chain(5), { blocker: 1, blocked: 5 }];
    expect(pathBetween(edges, 1, 5)).toEqual([1, 5]);
  });

  it("does not exist against its direction, or where nothing leads", () => {
    expect(pathBetween(chain(4), 4, 1)).toBeNull();
    expect(pathBetween([], 1, 2)).toBeNull();
  });
});

const pair = fc.record({
  blocker: fc.integer({ min: 1, max: 12 }),
  blocked: fc.integer({ min: 1, max: 12 }),
});

/** Adds what closes no circle, as the command does. */
function added(wished: readonly Dependency[]): { kept: Dependency[]; refused: Dependency[] } {
  const kept: Dependency[] = [];
  const refused: Dependency[] = [];
  for (const edge of wished) {
    const closes = edge.blocker === edge.blocked || pathBetween(kept, edge.blocked, edge.blocker) !== null;
    (closes ? refused : kept).push(edge);
  }
  return { kept, refused };
}

describe("dependencies that are added one by one", () => {
  it("never close a circle, whatever the order", () => {
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 60 }), (wished) => {
        const { kept } = added(wished);
        for (const { blocker, blocked } of kept) expect(pathBetween(kept, blocked, blocker)).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  it("are refused only with a way that is there, step by step", () => {
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 60 }), (wished) => {
        const { kept, refused } = added(wished);
        for (const { blocker, blocked } of refused.filter((edge) => edge.blocker !== edge.blocked)) {
          const path = pathBetween(kept, blocked, blocker) ?? [];
          expect(path[0]).toBe(blocked);
          expect(path.at(-1)).toBe(blocker);
          const steps = path.slice(1).map((id, place) => ({ blocker: path[place], blocked: id }));
          for (const step of steps) expect(kept).toContainEqual(step);
        }
      }),
      { numRuns: 300 },
    );
  });
});
