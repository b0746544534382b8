import { describe, expect, it } from "vitest";
import {
  byPerson,
  instantOf,
  lanesOf,
  quorumAt,
  type Seat,
  seatsAt,
  termState,
} from "@/lib/people/composition";

const on = (day: string) => new Date(`${day}T12:00:00Z`);

function seat(name: string, role: Seat["role"], since: string, until: string | null = null): Seat {
  const person = { handle: name.toLowerCase(), name, pronouns: "" };
  return { person, role, since: on(since), until: until === null ? null : on(until), termEnds: null };
}

const seats = [
  seat("Cy", "director", "2021-03-10"),
  seat("Ada", "director", "2019-01-01", "2021-10-13"),
  seat("Ada", "chair", "2020-01-01", "2021-06-01"),
  seat("Bea", "chair", "2021-06-01"),
  seat("Sam", "secretary", "2020-01-01"),
];

describe("a board by its dates", () => {
  it.each([
    ["2018-12-31", [], 0],
    ["2019-06-01", ["Ada director"], 1],
    ["2020-06-01", ["Ada chair", "Sam secretary", "Ada director"], 1],
    ["2021-05-31", ["Ada chair", "Sam secretary", "Ada director", "Cy director"], 2],
    ["2021-06-02", ["Bea chair", "Sam secretary", "Ada director", "Cy director"], 3],
    ["2021-10-14", ["Bea chair", "Sam secretary", "Cy director"], 2],
  ])("on %s", (day, members, seated) => {
    const at = on(day);
    expect(seatsAt(seats, at).map(({ person, role }) => `${person.name} ${role}`)).toEqual(members);
    expect(quorumAt(seats, at)).toEqual({ seated, needed: Math.floor(seated / 2) + 1 });
  });

  it("counts whoever comes or goes at an instant from then on", () => {
    expect(seatsAt(seats, on("2021-10-13")).map(({ person }) => person.name)).not.toContain("Ada");
    expect(seatsAt(seats, on("2021-03-10")).map(({ person }) => person.name)).toContain("Cy");
  });

  it("tells a day by its end in UTC, and one that is not over by now", () => {
    const now = on("2026-11-29");
    expect(instantOf("2021-10-13", now).toISOString()).toBe("2021-10-13T23:59:59.999Z");
    expect(instantOf("2026-11-29", now)).toBe(now);
    expect(instantOf("2030-01-01", now)).toBe(now);
  });

  it("gathers what each person held, in the order in which they came", () => {
    expect(byPerson(seats).map(({ person, seats: held }) => `${person.name} ${held.length}`)).toEqual([
      ...["Ada 2", "Sam 1", "Cy 1", "Bea 1"],
    ]);
  });
});

describe("the bars of one person", () => {
  it("stand under each other where roles were held at the same time, else in a line", () => {
    const held = [
      seat("Ada", "director", "2019-01-01", "2021-10-13"),
      seat("Ada", "chair", "2020-01-01", "2021-06-01"),
      seat("Ada", "secretary", "2021-10-13"),
    ];
    expect(lanesOf(held).map((lane) => lane.map(({ role }) => role))).toEqual([
      ["director", "secretary"],
      ["chair"],
    ]);
  });
});

describe("a term", () => {
  const now = on("2026-11-29");
  it.each([
    [null, null, "none"],
    ["2026-12-31", null, "planned"],
    ["2026-11-29", null, "planned"],
    ["2026-11-28", null, "over"],
    ["2026-11-28", on("2026-11-01"), "none"],
  ])("that ends on %s, of a role until %s, is %s", (termEnds, until, state) => {
    expect(termState({ termEnds, until }, now)).toBe(state);
  });
});
