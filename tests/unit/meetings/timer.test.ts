import { describe, expect, it } from "vitest";
import { minutesLeftOver, type Timed, timeLeft, timeLeftWords, timerOf } from "@/lib/meetings/timer";

const minute = 60_000;
const item = (more: Partial<Timed> = {}): Timed => ({
  status: "open",
  ...{ presentMinutes: 10, qaMinutes: 5, extraPresentMinutes: 0, extraQaMinutes: 0 },
  ...{ openedAt: 0, questionsAt: null, closedAt: null },
  ...more,
});
const closed = (closedAt: number, more: Partial<Timed> = {}) => item({ status: "done", closedAt, ...more });

describe("the time of an item", () => {
  it("runs from stored instants: the presentation from the opening, the questions from their beginning", () => {
    expect(timerOf(item())).toMatchObject({ phase: "presentation", endsAt: 10 * minute });
    expect(timerOf(item({ questionsAt: 8 * minute }))).toMatchObject({
      phase: "questions",
      endsAt: 13 * minute,
    });
    expect(timerOf(item({ extraPresentMinutes: 3 }))).toMatchObject({ endsAt: 13 * minute });
    expect(timerOf(closed(minute))).toBeNull();
    expect(timerOf(item({ status: "planned", openedAt: null }))).toBeNull();
  });

  it.each([
    [0, "calm", "10:00 left"],
    [7 * minute, "calm", "3:00 left"],
    [8 * minute - 1, "calm", "2:01 left"],
    [8 * minute, "amber", "2:00 left"],
    [10 * minute, "amber", "0:00 left"],
    [10 * minute + 1, "over", "0:01 over"],
    [11 * minute + 5_000, "over", "1:05 over"],
  ] as const)("after %i ms is %s: %s", (at, tone, words) => {
    const timer = timerOf(item());
    const left = timer && timeLeft(timer, at);
    expect(left?.tone).toBe(tone);
    expect(timeLeftWords(left?.leftMs ?? 0)).toBe(words);
  });
});

describe("time that is left over", () => {
  it.each<[string, Timed[], number]>([
    ["nothing is over yet", [item()], 0],
    ["an item ended six minutes early", [closed(9 * minute)], 6],
    ["what one saved the other took", [closed(9 * minute), closed(21 * minute)], 0],
    ["a late item has to be made good first", [closed(18 * minute), closed(13 * minute)], 0],
    ["a presentation that ended early counts at once", [item({ questionsAt: 7 * minute })], 3],
    ["what was given away is gone", [closed(9 * minute), item({ extraPresentMinutes: 4 })], 2],
    [
      "given to an item that used it, it counts once",
      [closed(9 * minute), closed(19 * minute, { extraPresentMinutes: 4 })],
      2,
    ],
  ])("%s", (_name, items, left) => {
    expect(minutesLeftOver(items)).toBe(left);
  });
});
