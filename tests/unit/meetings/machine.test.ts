import { describe, expect, it, test } from "vitest";
import { keysOf } from "@/lib/keys-of";
import {
  type AgendaItemFacts,
  type AgendaItemStatus,
  agendaItemMachine,
  type MeetingFacts,
  type MeetingStatus,
  type MinutesFacts,
  meetingMachine,
  minutesMachine,
} from "../../../lib/meetings/machine";
import {
  type SlotFacts,
  type SlotRequestMove,
  type SlotRequestStatus,
  slotRequestMachine,
  type Terms,
} from "../../../lib/meetings/slot-machine";
import type { Actor, Role } from "../../../lib/workflow/actor";
import { decide, type Facts, type Machine } from "../../../lib/workflow/machine";
import { deadEnds, oddEventNames, unreachable } from "../workflow/reachability";

function person(personId: number, ...held: Role[]): Actor {
  const roles = held.map((role) => ({ role, bodyId: 1 }));
  return { kind: "person", personId, handle: `p${personId}`, name: `P${personId}`, timeZone: "UTC", roles };
}

const people = {
  requester: person(1),
  secretary: person(2, "secretary"),
  chair: person(3, "chair"),
  director: person(4, "director"),
  somebody: person(5),
  public: { kind: "public" } as const,
} satisfies Record<string, Actor>;
type Who = keyof typeof people;

const everybody = keysOf(people);

interface Row<Status, Name> {
  move: Name;
  from: readonly Status[];
  to: Status;
  may: readonly Who[];
}

/** Checks that a move is made from exactly these statuses, by exactly these people. */
function holdsFor<Status extends string, F extends Facts<Status>, Name extends string>(
  machine: Machine<Status, F, Name>,
  row: Row<Status, Name>,
  facts: (status: Status) => F,
) {
  const statuses = keysOf(machine.statuses);
  for (const status of statuses) {
    for (const who of everybody) {
      const step = decide(machine, row.move, people[who], facts(status));
      const should = row.from.includes(status) && row.may.includes(who);
      expect([row.move, status, who, step.ok]).toEqual([row.move, status, who, should]);
      if (step.ok) expect(step.value.to).toBe(row.to);
    }
  }
}

const terms: Terms = {
  when: "Wednesday 13 October 2021, 20:00 UTC",
  meetingStatus: "planned",
  isPast: false,
  overMinutes: 0,
  visibleOverMinutes: 0,
  overrideReason: "",
};
const slot = (status: SlotRequestStatus, more: Partial<SlotFacts> = {}): SlotFacts => ({
  status,
  authorId: 1,
  imported: false,
  proposalStatus: "discussion",
  terms,
  ...more,
});
const open: SlotRequestStatus[] = ["requested", "offered", "countered"];
const officers: Who[] = ["secretary", "chair"];

describe("a slot request", () => {
  const rows: Row<SlotRequestStatus, SlotRequestMove>[] = [
    { move: "offer", from: open, to: "offered", may: officers },
    { move: "accept", from: ["offered"], to: "accepted", may: ["requester"] },
    { move: "counter", from: ["offered"], to: "countered", may: ["requester"] },
    { move: "accept_counter", from: ["countered"], to: "accepted", may: officers },
    { move: "decline", from: ["requested", "countered"], to: "declined", may: officers },
    { move: "decline_offer", from: ["offered"], to: "declined", may: ["requester"] },
    { move: "withdraw", from: open, to: "withdrawn", may: ["requester"] },
    { move: "expire", from: open, to: "expired", may: [] },
    { move: "lapse", from: open, to: "withdrawn", may: ["requester", ...officers] },
  ];
  test("the table speaks of every move", () => {
    expect(rows.map((row) => row.move)).toEqual(Object.keys(slotRequestMachine.moves));
  });
  it.each(rows)("$move leads to $to", (row) => holdsFor(slotRequestMachine, row, slot));

  it.each([
    ["offer", "requested"],
    ["accept", "offered"],
    ["counter", "offered"],
    ["accept_counter", "countered"],
  ] as const)("%s needs a proposal in discussion and a meeting that is still to come", (move, status) => {
    const who = move === "accept" || move === "counter" ? people.requester : people.chair;
    const refusal = (more: Partial<SlotFacts>) => {
      const step = decide(slotRequestMachine, move, who, slot(status, more));
      return step.ok ? "" : step.refusal.message;
    };
    expect(refusal({ proposalStatus: "closed" })).toContain("while the proposal is in discussion");
    expect(refusal({ terms: { ...terms, meetingStatus: "cancelled" } })).toContain("is cancelled");
    expect(refusal({ terms: { ...terms, isPast: true } })).toContain("is past");
  });

  it("is not accepted where it does not fit, and says by how many minutes", () => {
    const tight = { ...terms, overMinutes: 7, visibleOverMinutes: 7 };
    const refused = decide(slotRequestMachine, "accept", people.requester, slot("offered", { terms: tight }));
    expect(refused.ok ? "" : refused.refusal.message).toContain("7 minutes over");
    const overridden = slot("offered", { terms: { ...tight, overrideReason: "The board stays longer." } });
    expect(decide(slotRequestMachine, "accept", people.requester, overridden).ok).toBe(true);
  });

  it("of an imported thread is answered by an officer in the place of somebody who has not come yet", () => {
    const imported = slot("offered", { imported: true });
    expect(decide(slotRequestMachine, "accept", people.secretary, imported).ok).toBe(true);
  });
});

describe("a meeting", () => {
  const facts = (status: MeetingStatus): MeetingFacts => ({
    status,
    attendanceRecorded: true,
    openItem: null,
  });
  it.each([
    { move: "publish", from: ["planned"], to: "published", may: officers },
    { move: "call_to_order", from: ["published"], to: "in_session", may: ["chair"] },
    { move: "adjourn", from: ["in_session"], to: "adjourned", may: ["chair"] },
    { move: "cancel", from: ["planned", "published"], to: "cancelled", may: officers },
  ] as const)("$move leads to $to", (row) => holdsFor(meetingMachine, row, facts));

  it("is not adjourned while an item is open", () => {
    const during = { ...facts("in_session"), openItem: "A region" };
    const step = decide(meetingMachine, "adjourn", people.chair, during);
    expect(step.ok ? "" : step.refusal.message).toContain("“A region” is still open");
  });
});

describe("minutes", () => {
  const facts = (status: MinutesFacts["status"]): MinutesFacts => ({
    status,
    meetingStatus: "adjourned",
    openComments: 0,
  });
  it.each([
    { move: "draft", from: ["none", "draft"], to: "draft", may: officers },
    { move: "review", from: ["draft", "reviewed"], to: "reviewed", may: ["chair", "director"] },
    { move: "reopen", from: ["reviewed"], to: "draft", may: [...officers, "director"] },
    { move: "publish", from: ["draft", "reviewed"], to: "published", may: officers },
  ] as const)("$move leads to $to", (row) => holdsFor(minutesMachine, row, facts));

  it("are not marked as reviewed while a comment on them is open", () => {
    const step = decide(minutesMachine, "review", people.director, { ...facts("draft"), openComments: 2 });
    expect(step.ok ? "" : step.refusal.message).toContain("2 comments on the draft are open");
  });

  it("are drafted after the call to order, and published after the meeting", () => {
    const early = { ...facts("none"), meetingStatus: "published" as const };
    const during = { ...facts("draft"), meetingStatus: "in_session" as const };
    expect(decide(minutesMachine, "draft", people.chair, early).ok).toBe(false);
    expect(decide(minutesMachine, "publish", people.chair, during).ok).toBe(false);
  });
});

describe("an agenda item", () => {
  const facts = (status: AgendaItemStatus, more: Partial<AgendaItemFacts> = {}): AgendaItemFacts => ({
    status,
    authorId: 1,
    imported: false,
    meetingStatus: "in_session",
    attendanceRecorded: true,
    otherOpenItem: null,
    ...more,
  });
  it.each([
    { move: "open", from: ["planned"], to: "open", may: ["chair"] },
    { move: "close", from: ["open"], to: "done", may: ["chair"] },
    { move: "carry", from: ["planned", "open"], to: "carried", may: officers },
    { move: "withdraw", from: ["planned"], to: "withdrawn", may: ["requester", ...officers] },
  ] as const)("$move leads to $to", (row) => holdsFor(agendaItemMachine, row, facts));

  it.each([
    [{ meetingStatus: "published" } as const, "not in session"],
    [{ attendanceRecorded: false }, "Record who is there"],
    [{ otherOpenItem: "A region" }, "“A region” is open"],
  ])("is not opened with %o", (more, sentence) => {
    const step = decide(agendaItemMachine, "open", people.chair, facts("planned", more));
    expect(step.ok ? "" : step.refusal.message).toContain(sentence);
  });
});

test("every status of the meetings' machines can be reached, and only the known ones are ends", () => {
  expect(unreachable(slotRequestMachine)).toEqual([]);
  expect(unreachable(meetingMachine)).toEqual([]);
  expect(unreachable(minutesMachine)).toEqual([]);
  expect(unreachable(agendaItemMachine)).toEqual([]);
  expect(deadEnds(slotRequestMachine)).toEqual(["accepted", "declined", "withdrawn", "expired"]);
  expect(deadEnds(meetingMachine)).toEqual(["adjourned", "cancelled"]);
  expect(deadEnds(minutesMachine)).toEqual(["published"]);
  expect(deadEnds(agendaItemMachine)).toEqual(["done", "carried", "withdrawn"]);
});

test("events are named after what moved", () => {
  expect([...oddEventNames(meetingMachine), ...oddEventNames(minutesMachine)]).toEqual([]);
  expect(oddEventNames(agendaItemMachine)).toEqual([]);
  const slotEvents = Object.values(slotRequestMachine.moves).map((move) => move.records);
  expect(slotEvents.filter((type) => !/^slot\.[a-z]+$/.test(type))).toEqual([]);
});
