import { expect, it } from "vitest";
import { noticeClock } from "../../../lib/meetings/notice-clock";

const startsAt = new Date("2021-10-13T20:00:00Z");
const hoursBefore = (hours: number) => new Date(startsAt.getTime() - hours * 3_600_000);
const clock = (publishedAt: Date | null, now: Date) => noticeClock({ startsAt, publishedAt }, 48, now);

it.each([
  [400, "14 days left", false],
  [50, "2 hours left", false],
  [40, "8 hours late", true],
])("an agenda that is not out %i hours ahead says how the promise stands", (hours, words, isLate) => {
  expect(clock(null, hoursBefore(hours))).toMatchObject({ isLate });
  expect(clock(null, hoursBefore(hours)).words).toContain(words);
});

it.each([
  [72, "3 days ahead, as promised", false],
  [48, "2 days ahead, as promised", false],
  [47, "47 hours ahead, later than the 48 hours promised", true],
  [0.5, "less than an hour ahead", true],
  [-1, "after the meeting began", true],
])("an agenda that was out %d hours ahead says whether that was as promised", (hours, words, isLate) => {
  const published = clock(hoursBefore(hours), hoursBefore(-2));
  expect(published).toMatchObject({ isLate });
  expect(published.words).toContain(words);
});
