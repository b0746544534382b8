import { describe, expect, it } from "vitest";
import { minutesOver, minutesTaken, overWords } from "../../../lib/meetings/capacity";

// That no order of deeds makes an agenda too long unseen is proved on the commands: tests/integration/meetings.
describe("the time of an agenda", () => {
  it.each([
    [60, 40, { presentMinutes: 10, qaMinutes: 10 }, 0],
    [60, 47, { presentMinutes: 10, qaMinutes: 10 }, 7],
    [60, 60, { presentMinutes: 1, qaMinutes: 0 }, 1],
    [60, 70, { presentMinutes: 5, qaMinutes: 0 }, 15],
  ])(
    "of %i minutes with %i taken has room, or says by how much it is over",
    (capacityMinutes, takenMinutes, item, over) => {
      expect(minutesOver({ capacityMinutes, takenMinutes }, item)).toBe(over);
    },
  );

  it("counts presentations and questions alike", () => {
    const items = [
      { presentMinutes: 10, qaMinutes: 10 },
      { presentMinutes: 5, qaMinutes: 0 },
    ];
    expect(minutesTaken(items)).toBe(25);
  });

  it("is said in words", () => {
    expect([overWords(7), overWords(1)]).toEqual(["7 minutes over", "1 minute over"]);
  });
});
