import { describe, expect, it } from "vitest";
import { atomOf } from "../../../lib/feeds/atom";
import { regionFeedOf } from "../../../lib/feeds/region-feed";
import { regionBadge } from "../../../lib/region/region-badge";
import { stateRows } from "../../../lib/region/state-rows";

const hostile = `<script>alert("1")</script> & ]]>`;

describe("the badge of a region", () => {
  it("says the readiness and the phase, as text too, and nothing that could run", () => {
    const svg = regionBadge({ name: hostile, phase: "building", percent: 63 });
    expect(svg).toMatch(/^<svg /);
    expect(svg).toContain("63 % · Building");
    expect(svg).toContain("aria-label");
    expect(svg).not.toContain("<script");
    expect(svg).not.toMatch(/href|style=/);
  });
});

describe("the feed of a region", () => {
  const history = [
    { id: "9", at: "2026-10-02T08:00:00Z", who: hostile, sentence: "opened it.", why: hostile },
    { id: "8", at: "2026-10-01T08:00:00Z", who: "Ada", sentence: "opened the region." },
  ];
  const region = {
    key: "stream",
    name: hostile,
    createdAt: "2026-09-01T00:00:00Z",
    readiness: { sentence: "Nothing yet." },
    history,
  };
  const feedOf = (shown: typeof region) =>
    atomOf(regionFeedOf(shown, "/region.atom"), new URL("https://portal.example.org"));

  it("has an entry for each thing that happened, known by its event, and is as new as the newest", () => {
    const xml = feedOf(region);
    expect(xml).toContain("<id>https://portal.example.org/region/stream#event-9</id>");
    expect(xml.match(/<entry>/g)).toHaveLength(2);
    expect(xml).toContain("<updated>2026-10-02T08:00:00.000Z</updated>");
    expect(xml).toContain('rel="self" href="https://portal.example.org/region.atom"');
    expect(xml).not.toContain("<script");
    expect(xml.match(/]]>/g)?.length).toBe(xml.match(/<!\[CDATA\[/g)?.length);
  });

  it("of a region to which nothing happened is as old as the region", () => {
    const xml = feedOf({ ...region, history: [] });
    expect(xml).toContain("<updated>2026-09-01T00:00:00.000Z</updated>");
  });
});

describe("the status page's rows", () => {
  it("begin with what broke, end with what works, and explain only what does not", () => {
    const of = (key: string, state: "accepted" | "regressed" | "requested") => ({
      key,
      name: key,
      state,
      because: "why",
    });
    const rows = stateRows([of("a", "accepted"), of("b", "requested"), of("c", "regressed")]);
    expect(rows.map(({ key, says }) => [key, says])).toEqual([
      ["c", "why"],
      ["b", "why"],
      ["a", undefined],
    ]);
  });
});
