import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { neededFor, quorumChanges, quorumNow } from "@/lib/meetings/quorum";

const at = (minute: number) => new Date(minute * 60_000);
const span = (from: number, to?: number) => ({ from: at(from), to: to === undefined ? null : at(to) });
const said = (seated: number, spans: ReturnType<typeof span>[]) =>
  quorumChanges(seated, spans).map(({ at: when, reached }) => [when.getTime() / 60_000, reached]);

describe("a quorum over time", () => {
  it.each([
    ["is there from the beginning", [span(0), span(0), span(0)], [[0, true]]],
    ["is reached with the one who came late", [span(0), span(0), span(12)], [[12, true]]],
    ["is not there with too few", [span(0), span(0)], []],
    [
      "is lost with the one who left",
      [span(0), span(0), span(0, 30)],
      [
        [0, true],
        [30, false],
      ],
    ],
    [
      "is regained with the one who came back",
      [span(0), span(0), span(0, 30), span(40)],
      [
        [0, true],
        [30, false],
        [40, true],
      ],
    ],
    ["survives one who leaves as another comes", [span(0), span(0), span(0, 30), span(30)], [[0, true]]],
  ])("%s", (_name, spans, changes) => {
    expect(said(5, spans)).toEqual(changes);
  });

  it("of a board without seats is never there", () => {
    expect(quorumChanges(0, [span(0)])).toEqual([]);
    expect(quorumNow(0, [span(0)]).reached).toBe(false);
  });

  it("is at every minute what a count of that minute says", () => {
    const spans = fc.array(
      fc
        .tuple(fc.integer({ min: 0, max: 60 }), fc.option(fc.integer({ min: 0, max: 30 })))
        .map(([from, long]) => span(from, long === null ? undefined : from + long)),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(
        spans,
        fc.integer({ min: 1, max: 11 }),
        fc.integer({ min: 0, max: 95 }),
        (all, seated, minute) => {
          const there = all.filter(
            ({ from, to }) => from <= at(minute) && (to === null || at(minute) < to),
          ).length;
          const last = quorumChanges(seated, all)
            .filter((change) => change.at <= at(minute))
            .at(-1);
          expect(last?.reached ?? false).toBe(there >= neededFor(seated));
        },
      ),
    );
  });
});
