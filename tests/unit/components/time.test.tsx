import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Time, type TimeProps } from "@/components/ui/time";
import { at } from "@/lib/clock";

const words = (props: TimeProps) => renderToStaticMarkup(<Time {...props} />).replace(/<[^>]+>/g, "");
const meeting = "2021-10-13T20:00:00Z";

describe("a time", () => {
  it.each<[string, TimeProps, string]>([
    ["names UTC unless told another zone", { at: meeting }, "13 Oct 2021, 20:00 UTC"],
    ["names the zone it is in", { at: meeting, zone: "Europe/Berlin" }, "13 Oct 2021, 22:00 CEST"],
    [
      "follows daylight saving",
      { at: "2021-11-10T20:00:00Z", zone: "Europe/Berlin" },
      "10 Nov 2021, 21:00 CET",
    ],
    [
      "uses the names that its people use",
      { at: meeting, zone: "America/New_York", format: "time" },
      "16:00 EDT",
    ],
    [
      "shows the reader's clock beside it",
      { at: meeting, also: "Europe/Berlin" },
      "13 Oct 2021, 20:00 UTC (22:00 CEST)",
    ],
    [
      "shows the reader's day where it is another one",
      { at: meeting, also: "Asia/Tokyo", format: "time" },
      "20:00 UTC (14 Oct, 05:00 GMT+9)",
    ],
    ["does not say the same twice", { at: meeting, also: "UTC" }, "13 Oct 2021, 20:00 UTC"],
    [
      "survives a zone that does not exist, and says UTC",
      { at: meeting, zone: "Mars/Base" },
      "13 Oct 2021, 20:00 UTC",
    ],
    ["shows what is no time as it is", { at: "2021-02-30T99:00" }, "2021-02-30T99:00"],
  ])("%s", (_promise, props, expected) => {
    expect(words(props)).toBe(expected);
  });

  it.each([
    ["2021-10-13T00:10:00Z", "today"],
    ["2021-10-12T23:50:00Z", "yesterday"],
    ["2021-10-16T20:00:00Z", "in 3 days"],
    ["2021-10-06T20:00:00Z", "7 days ago"],
    ["2021-10-05T20:00:00Z", "5 Oct 2021"],
  ])("%s is %s on 13 October", (instant, expected) => {
    at("2021-10-13T12:00:00Z", () => {
      expect(words({ at: instant, format: "relative-day" })).toBe(expected);
    });
  });

  it("can be read by machines", () => {
    expect(renderToStaticMarkup(<Time at={meeting} format="date" />)).toContain(
      'dateTime="2021-10-13T20:00:00.000Z"',
    );
  });
});
