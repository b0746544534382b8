import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { TimeBar } from "@/components/meetings/time-bar";

function bar(capacityMinutes: number, ...minutes: [number, number][]): string {
  const items = minutes.map(([presentMinutes, qaMinutes], place) => ({
    id: place,
    title: `Item ${place + 1}`,
    href: `#${place}`,
    presentMinutes,
    qaMinutes,
  }));
  return renderToStaticMarkup(<TimeBar capacityMinutes={capacityMinutes} items={items} />);
}

describe("the time bar says how a meeting's time stands", () => {
  it.each([
    ["nothing on it", 60, [], "All 60 minutes free"],
    [
      "room left",
      60,
      [
        [10, 10],
        [18, 10],
      ],
      "12 of 60 minutes free",
    ],
    ["one minute left", 60, [[59, 0]], "1 of 60 minutes free"],
    ["exactly full", 60, [[40, 20]], "Exactly full: all 60 minutes taken"],
    ["one minute over", 60, [[40, 21]], "1 minute over: 61 of 60 minutes asked for"],
    [
      "far over",
      60,
      [
        [40, 20],
        [30, 37],
      ],
      "67 minutes over: 127 of 60 minutes asked for",
    ],
    ["a meeting without time", 0, [[5, 0]], "5 minutes over: 5 of 0 minutes asked for"],
  ] satisfies [string, number, [number, number][], string][])("%s", (_case, capacity, minutes, words) => {
    expect(bar(capacity, ...minutes)).toContain(words);
  });

  it("hatches what does not fit, and only that", () => {
    expect(bar(60, [40, 20])).not.toContain("url(#tb-hatch)");
    expect(bar(60, [60, 60])).toContain('class="over" x="50%" width="50%"');
  });

  it("lists each item with its minutes for whoever does not see the drawing", () => {
    const html = bar(60, [10, 5]);
    expect(html).toContain('<svg class="tb-bar" aria-hidden="true">');
    expect(html).toMatch(/<li><a href="#0"[^>]*>Item 1<\/a>.*10 \+ 5/);
  });

  it("never draws a number that is no number", () => {
    expect(bar(0)).not.toMatch(/NaN|Infinity/);
  });
});
