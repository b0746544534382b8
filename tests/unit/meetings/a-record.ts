import type { ItemRecord, LineRecord, MinutesRecord } from "@/lib/meetings/minutes-record";

const opened = new Date("2021-09-08T20:02:00Z");
const late = new Date("2021-09-08T20:30:00Z");

/** The record of a meeting with three directors: one there, one late, one not. */
export function aRecord(given: Partial<MinutesRecord> = {}): MinutesRecord {
  const person = (handle: string, name: string) => ({ handle, name, part: "director" as const, roles: [] });
  return {
    date: "2021-09-08",
    title: "Board meeting",
    place: "",
    openedAt: opened,
    adjournedAt: new Date("2021-09-08T21:01:00Z"),
    seatedDirectors: 3,
    attendance: [
      { ...person("ada", "Ada"), roles: ["chair"], state: "present", arrivedAt: opened },
      { ...person("bea", "Bea"), state: "late", arrivedAt: late },
      { ...person("cy", "Cy"), state: "regrets", arrivedAt: null },
    ],
    items: [],
    ...{ preface: null, amendments: [], reports: [], approvedIn: null },
    ...given,
  };
}

/** An item that was discussed and closed. */
export function anItem(given: Partial<ItemRecord> = {}): ItemRecord {
  return {
    id: 1,
    title: "An item",
    status: "done",
    executive: false,
    audience: { visibility: given.executive ? "executive" : "public", presenterId: null, proposal: null },
    proposal: null,
    presenter: null,
    lines: [],
    motions: [],
    decision: null,
    carriedTo: null,
    ...{ note: null, approves: null, additions: [] },
    ...given,
  };
}

export function aLine(given: Partial<LineRecord> = {}): LineRecord {
  return {
    id: 1,
    kind: "note",
    text: "Something was said.",
    by: "Sam",
    owner: null,
    dueOn: null,
    questionNumber: null,
    at: opened,
    ...given,
  };
}
