import { describe, expect, it } from "vitest";
import { minutesAsked } from "../../../lib/meetings/minutes-asked";

const read = (text: string, questions?: string) => {
  const result = minutesAsked(text, questions);
  return result.ok
    ? [result.value.presentMinutes, result.value.qaMinutes]
    : (result.refusal.errors ?? []).map(({ path, message }) => `${path}: ${message}`);
};

describe("the minutes that somebody asks for", () => {
  it.each([
    ["10 to 15", [10, 5]],
    ["10-15", [10, 5]],
    ["10 – 15 minutes", [10, 5]],
    ["between 10 and 15 min.", [10, 5]],
    ["about 10 to 15 minutes", [10, 5]],
    ["15", [15, 0]],
    ["15min", [15, 0]],
    ["10 + 10", [10, 10]],
    ["10 plus 10 for questions", [10, 10]],
    ["10 minutes and 10 for questions", [10, 10]],
    ["120", [120, 0]],
  ])("are read from “%s”", (text, minutes) => {
    expect(read(text)).toEqual(minutes);
  });

  it("give way to minutes for questions that were given on their own", () => {
    expect(read("10 to 15", "10")).toEqual([10, 10]);
    expect(read("15", "0")).toEqual([15, 0]);
  });

  it.each([
    ["0", "at least 1 minute"],
    ["-5", "cannot be negative"],
    ["600", "more than a meeting can give"],
    ["10 + 600", "more than a meeting can give"],
    ["15 to 10", "write “10 to 15”"],
    ["ten", "whole minutes"],
    ["7.5", "whole minutes"],
    ["1e3", "whole minutes"],
    ["", "Say how many minutes"],
    ["10 to", "whole minutes"],
    ["99999999999999999999", "whole minutes"],
  ])("are refused for “%s”, with what would be right", (text, sentence) => {
    expect(read(text).join()).toContain(sentence);
  });

  it("are refused at the field of the questions, where those are wrong", () => {
    expect(read("10", "-1").join()).toMatch(/^questionMinutes: .*whole minutes/);
    expect(read("10", "121").join()).toMatch(/^questionMinutes: .*more than a meeting/);
  });
});
