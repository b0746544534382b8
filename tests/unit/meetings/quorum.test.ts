import { describe, expect, it } from "vitest";
import { type Arrival, neededFor, quorumOf, quorumSentence } from "@/lib/meetings/quorum";

const at = (time: string) => new Date(`2021-09-08T${time}:00Z`);
const present = (time: string): Arrival => ({ state: "present", arrivedAt: at(time) });
const late = (time: string): Arrival => ({ state: "late", arrivedAt: at(time) });
const absent: Arrival = { state: "absent", arrivedAt: null };
const regrets: Arrival = { state: "regrets", arrivedAt: null };
const everyone = (count: number) => Array.from({ length: count }, () => present("20:00"));

describe("quorum is a majority of the seated directors", () => {
  it.each([
    { seated: 8, needed: 5 },
    { seated: 9, needed: 5 },
    { seated: 10, needed: 6 },
    { seated: 11, needed: 6 },
  ])("$seated seats need $needed directors", ({ seated, needed }) => {
    expect(neededFor(seated)).toBe(needed);
    expect(quorumOf(seated, everyone(needed - 1)).reached).toBe(false);
    expect(quorumOf(seated, everyone(needed)).reached).toBe(true);
  });

  it("is not reached by directors who are absent or sent their regrets", () => {
    expect(quorumOf(8, [...everyone(4), absent, regrets, absent, regrets])).toMatchObject({
      attending: 4,
      reached: false,
      reachedAt: null,
    });
  });

  it("is reached when the director comes who makes it a majority", () => {
    const arrivals = [late("20:30"), present("20:02"), present("20:02"), late("20:10"), present("20:02")];
    expect(quorumOf(8, arrivals).reachedAt).toEqual(at("20:30"));
    expect(quorumOf(6, arrivals).reachedAt).toEqual(at("20:10"));
  });

  it("is never reached by a board without seats", () => {
    expect(quorumOf(0, [present("20:00")]).reached).toBe(false);
  });

  it("is said in a sentence, and so is its absence", () => {
    expect(quorumSentence(quorumOf(9, everyone(6)))).toBe(
      "Quorum: 6 of 9 seated directors attend; 5 are needed.",
    );
    expect(quorumSentence(quorumOf(9, everyone(1)))).toBe(
      "No quorum: 1 of 9 seated directors attends; 5 are needed.",
    );
  });
});
