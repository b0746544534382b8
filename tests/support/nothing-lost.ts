import { expect } from "vitest";
import { pool } from "@/lib/db/client";

// Whether what was done to a database lost anything, or changed anything that left no trace.

interface Row {
  id: string;
  print: string;
}

/** A table's rows by id, each with a fingerprint of all of it. */
type Kept = Map<string, Map<string, string>>;

export interface Ledger {
  appendOnly: Kept;
  rows: Map<string, Set<string>>;
  statuses: Kept;
  numbers: Kept;
  lastEvent: bigint;
}

/** Things with a status, and what their events call them. */
const subjects: Readonly<Record<string, string>> = {
  ...{ Proposal: "proposal", Ticket: "ticket", Question: "question", Concern: "concern", Ballot: "ballot" },
  ...{
    Meeting: "meeting",
    AgendaItem: "agenda_item",
    SlotRequest: "slot_request",
    Endorsement: "endorsement",
  },
  ...{ Workload: "workload", Incident: "incident", CarriedAction: "action" },
};

/** What may go: marks that their person takes back, ties that somebody undoes, and what is kept for a while only. */
const mayGo = new Set([
  ...["Reaction", "Watch", "TicketWatch", "PrereadMark", "TicketView", "WorkingCopy", "Session", "KeptForm"],
  ...[
    "CoAuthor",
    "ProposalRelation",
    "TicketDependency",
    "TicketCapability",
    "CapabilityDependency",
    "SplitEntry",
  ],
  ...["WorkloadContact", "WorkloadStep", "MeetingReply", "Ask", "Criterion", "ChecklistItem", "Attendance"],
]);

export async function ledger(): Promise<Ledger> {
  const names = await tables();
  const guarded = await column<string>(
    `SELECT DISTINCT c."relname" FROM pg_trigger t JOIN pg_class c ON c."oid" = t."tgrelid" JOIN pg_proc f ON f."oid" = t."tgfoid"
     WHERE f."proname" = 'refuse_change' AND (t."tgtype" & 16) > 0`,
  );
  return {
    appendOnly: await kept(guarded, (name) => `md5(to_jsonb("${name}")::text)`),
    rows: new Map(await Promise.all(names.map(async (name) => [name, await idsOf(name)] as const))),
    statuses: await kept(Object.keys(subjects), () => `"status"::text`),
    numbers: await kept(["Proposal", "Ticket"], () => `"number"::text`),
    lastEvent: await lastEvent(),
  };
}

export async function lastEvent(): Promise<bigint> {
  return BigInt((await column<string>(`SELECT coalesce(max("id"), 0)::text FROM "Event"`))[0] ?? 0);
}

/** That everything of before is there; `refused` counts writes of requests that were answered with a refusal. */
export async function expectNothingLost(before: Ledger): Promise<void> {
  const after = await ledger();
  for (const [name, rows] of before.appendOnly)
    expect([name, gone(rows, after.appendOnly.get(name))]).toEqual([name, []]);
  for (const [name, ids] of before.rows) {
    if (!mayGo.has(name))
      expect([name, [...ids].filter((id) => !after.rows.get(name)?.has(id))]).toEqual([name, []]);
  }
  for (const [name, rows] of before.numbers) {
    expect([name, gone(rows, after.numbers.get(name))]).toEqual([name, []]);
    const given = [...(after.numbers.get(name)?.values() ?? [])];
    expect(new Set(given).size).toBe(given.length);
  }
  await expectEvents(before, after);
}

/** No status changed without an event that tells of it, and no event tells of a thing that is not there. */
async function expectEvents(before: Ledger, after: Ledger): Promise<void> {
  const { rows } = await pool.query<{ subject: string; subjectId: number }>(
    `SELECT DISTINCT "subject", "subjectId" FROM "Event" WHERE "id" > $1`,
    [String(before.lastEvent)],
  );
  const told = new Set(rows.map(({ subject, subjectId }) => `${subject} ${subjectId}`));
  for (const [name, subject] of Object.entries(subjects)) {
    const [old, now] = [before.statuses.get(name), after.statuses.get(name) ?? new Map()];
    const moved = [...now]
      .filter(([id, status]) => old?.get(id) !== status)
      .map(([id]) => `${subject} ${id}`);
    expect([name, moved.filter((thing) => !told.has(thing))]).toEqual([name, []]);
    const lost = rows.filter((row) => row.subject === subject && !now.has(String(row.subjectId)));
    expect([name, lost]).toEqual([name, []]);
  }
}

function gone(old: ReadonlyMap<string, string>, now: ReadonlyMap<string, string> | undefined): string[] {
  return [...old].filter(([id, print]) => now?.get(id) !== print).map(([id]) => id);
}

async function kept(names: readonly string[], print: (name: string) => string): Promise<Kept> {
  const found: Kept = new Map();
  for (const name of names) {
    const { rows } = await pool.query<Row>(
      `SELECT ${idOf(name)} AS "id", ${print(name)} AS "print" FROM "${name}"`,
    );
    found.set(name, new Map(rows.map(({ id, print: text }) => [id, text])));
  }
  return found;
}

async function idsOf(name: string): Promise<Set<string>> {
  return new Set(await column<string>(`SELECT ${idOf(name)} FROM "${name}"`));
}

let keys: Map<string, string> | undefined;

/** The primary key of a row as one text. */
function idOf(name: string): string {
  return keys?.get(name) ?? "''";
}

async function tables(): Promise<string[]> {
  const { rows } = await pool.query<{ name: string; key: string }>(
    `SELECT c."relname" AS "name", 'concat_ws(''/'', ' || string_agg(format('%I', a."attname"), ', ') || ')' AS "key"
     FROM pg_index i JOIN pg_class c ON c."oid" = i."indrelid" JOIN pg_namespace n ON n."oid" = c."relnamespace"
     JOIN pg_attribute a ON a."attrelid" = c."oid" AND a."attnum" = ANY(i."indkey")
     WHERE i."indisprimary" AND n."nspname" = 'public' GROUP BY 1`,
  );
  keys = new Map(rows.map(({ name, key }) => [name, key]));
  return rows.map(({ name }) => name);
}

async function column<T>(text: string): Promise<T[]> {
  const { rows } = await pool.query<Record<string, T>>(text);
  return rows.map((row) => Object.values(row)[0] as T); // a query of one column
}
