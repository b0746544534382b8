import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { inputOf } from "@/lib/api/fields";
import { bodyOf } from "@/lib/api/openapi";
import { type Operation, parametersOf } from "@/lib/api/operation";
import { operations } from "@/lib/api/registry";
import { db } from "@/lib/db/client";
import type { Actor } from "@/lib/workflow/actor";
import { aToken, call } from "../../factories/api";
import type { Person } from "../../factories/people";
import { fromSchema } from "../../support/from-schema";
import { expectNothingLost, lastEvent, ledger } from "../../support/nothing-lost";
import { withTheStory } from "../../support/told-story";

/** What stands in the demo for each parameter of a path: a few of each. */
let values: Record<string, (string | number)[]> = {};
const tokens: Record<string, string | undefined> = {};
const rounds = Number(process.env.FUZZ ?? 1);

beforeAll(async () => {
  await withTheStory();
  values = await parameters();
  tokens.public = undefined;
  for (const [name, role] of [
    ["contributor", null],
    ["director", "director"],
    ["chair", "chair"],
    ["infra", "infra"],
    ["admin", "admin"],
  ] as const) {
    tokens[name] = await tokenOf(role);
  }
});

const reading = operations.filter(({ method }) => method === "GET");

describe("every operation that reads", () => {
  it.each(["public", "contributor", "chair", "admin"])(
    "answers %s by its schema, or not at all",
    async (who) => {
      const executive = await executiveTitles();
      const answered = new Set<string>();
      for (const operation of reading) {
        for (const path of pathsOf(operation)) {
          const { status, body } = await call(`GET ${path}${wanted(operation)}`, { token: tokens[who] });
          expect([path, [200, 401, 403, 404].includes(status) ? "" : body]).toEqual([path, ""]);
          if (status === 200) answered.add(operation.path);
          if (who === "chair" || who === "admin") continue;
          const text = typeof body === "string" ? body : JSON.stringify(body);
          expect([path, executive.filter((title) => text.includes(title))]).toEqual([path, []]);
        }
      }
      const silent = reading.map(({ path }) => path).filter((path) => !answered.has(path));
      if (who === "chair") expect(silent.filter((path) => !rarely.includes(path))).toEqual([]);
    },
  );
});

describe("whatever is sent", () => {
  it("each operation answers, never with a fault of ours, and nothing is lost by it", {
    timeout: 60_000 + rounds * 60_000,
  }, async () => {
    const before = await ledger();
    const executive = await executiveTitles();
    const writing = operations.filter(({ method }) => method !== "GET");
    const who = ["chair", "director", "infra", "admin", "contributor", "public"];
    const tally = beginTally();
    for (const operation of [...writing, ...reading]) {
      const schema = operation.method === "GET" ? inputOf(operation) : (bodyOf(operation) ?? {});
      for (const body of fc.sample(fromSchema(schema), { numRuns: rounds, seed: 63 })) {
        const name = who[tally.sent % who.length] ?? "public";
        const paths = pathsOf(operation);
        const path = `${operation.method} ${paths[tally.sent % paths.length] ?? ""}`;
        const [address, sent] = operation.method === "GET" ? [path + queryFrom(body), {}] : [path, { body }];
        const events = await lastEvent();
        const { status, body: said } = await call(address, { ...sent, token: tokens[name] });
        tally.count(status);
        const asked = [name, address, JSON.stringify(body)];
        expect([...asked, status < 500 ? "" : said]).toEqual([...asked, ""]);
        if (status >= 400) expect([...asked, await lastEvent()]).toEqual([...asked, events]);
        const text = typeof said === "string" ? said : JSON.stringify(said);
        if (name === "public" || name === "contributor")
          expect([...asked, executive.filter((title) => text.includes(title))]).toEqual([...asked, []]);
      }
    }
    await expectNothingLost(before);
    if (rounds > 1) tally.tell();
  });
});

/** Counts what came back, and what it took. */
function beginTally() {
  const answers = new Map<number, number>();
  const [began, memory] = [performance.now(), process.memoryUsage.rss()];
  const megabytes = (bytes: number) => Math.round(bytes / 1_000_000);
  const tally = {
    sent: 0,
    count(status: number) {
      tally.sent += 1;
      answers.set(status, (answers.get(status) ?? 0) + 1);
    },
    tell() {
      const seconds = Math.round((performance.now() - began) / 1000);
      const by = [...answers]
        .sort(([one], [other]) => one - other)
        .map(([status, count]) => `${status}: ${count}`);
      const now = megabytes(process.memoryUsage.rss());
      process.stdout.write(
        `${tally.sent} requests in ${seconds} s; ${by.join(", ")}; memory ${megabytes(memory)} MB, then ${now} MB\n`,
      );
    },
  };
  return tally;
}

/** What the demo, or this chair, has nothing of. */
const rarely = [
  "/working-copies/{copy}",
  "/accounts",
  "/people/{handle}/account",
  "/routing-rules",
  "/routing-rules/{key}",
  "/audit",
  "/audit/chain",
];

function wanted({ path }: Operation): string {
  if (path === "/search") return "?q=region";
  return path === "/proposals/similar" ? "?title=A+new+production+region" : "";
}

function queryFrom(body: unknown): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(body ?? {})) query.append(name, String(value));
  return `?${query}`;
}

/** The operation's path with values that the demo has, one address for each of them. */
function pathsOf({ path }: Operation): string[] {
  const names = parametersOf(path);
  const [first = ""] = names;
  const longest = Math.min(3, Math.max(1, ...names.map((name) => poolOf(path, name).length)));
  if (first === "") return [path];
  return Array.from({ length: longest }, (_, place) =>
    path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => {
      const pool = poolOf(path, name);
      return encodeURIComponent(String(pool[place % pool.length] ?? 1));
    }),
  );
}

function poolOf(path: string, name: string): (string | number)[] {
  return values[`${path.split("/")[1]}.${name}`] ?? values[name] ?? [1];
}

/** Long enough to be found in nothing else by chance. */
async function executiveTitles(): Promise<string[]> {
  const where = { visibility: "executive" } as const;
  const select = { title: true };
  const rows = [
    ...(await db.proposal.findMany({ where, select })),
    ...(await db.agendaItem.findMany({ where, select })),
  ];
  const titles = rows.map(({ title }) => title).filter((title) => title.length > 8);
  expect(titles.length).toBeGreaterThan(0);
  return titles;
}

/** Of somebody who holds a role, or of the demo's requester, who holds none. */
async function tokenOf(role: "director" | "chair" | "infra" | "admin" | null): Promise<string> {
  const holds = role ? { grants: { some: { role, until: null } } } : { handle: "noor" };
  const person = await db.person.findFirstOrThrow({
    where: { ...holds, disabledAt: null },
    include: { grants: { where: { until: null } } },
  });
  const roles = person.grants.map((each) => ({ role: each.role, bodyId: each.bodyId }));
  const actor: Actor = {
    kind: "person",
    personId: person.id,
    handle: person.handle,
    name: person.name,
    timeZone: "UTC",
    roles,
  };
  return aToken(actor as Person, { scope: role === "admin" ? "admin" : "write" });
}

async function parameters(): Promise<typeof values> {
  const few = { take: 3 } as const;
  const ids = async (rows: Promise<{ id: number }[]>) => (await rows).map(({ id }) => id);
  const proposals = await db.proposal.findMany({
    where: { revision: { gt: 1 }, asks: { some: {} } },
    ...few,
  });
  const secret = await db.proposal.findMany({ where: { visibility: "executive" }, take: 1 });
  const decided = await db.proposal.findMany({
    where: { status: { in: ["splitting", "delivering"] } },
    take: 2,
  });
  const meetings = await db.meeting.findMany({
    where: { lines: { some: {} }, minutesStatus: "published" },
    take: 2,
  });
  const planned = await db.meeting.findMany({ where: { status: "published" }, take: 1 });
  const [region] = await db.region.findMany({ take: 1 });
  const line = await db.minuteLine.findMany({
    where: { kind: "action", meetingId: meetings[0]?.id ?? 0 },
    ...few,
  });
  const [comment] = await db.comment.findMany({ where: { proposalId: proposals[0]?.id ?? 0 }, take: 1 });
  const [onTicket] = await db.comment.findMany({
    where: { ticketId: { not: null } },
    include: { ticket: true },
    take: 1,
  });
  const people = await db.person.findMany({ where: { isPlaceholder: false, grants: { some: {} } }, ...few });
  const sigs = await db.body.findMany({ where: { kind: "sig" }, ...few });
  const [series] = await db.meetingSeries.findMany({ take: 1 });
  const tickets = await db.ticket.findMany({ take: 2 });
  return {
    "proposals.number": [...proposals, ...secret, ...decided].map(({ number }) => number).slice(0, 3),
    "tickets.number": [
      ...(onTicket?.ticket ? [onTicket.ticket.number] : []),
      ...tickets.map(({ number }) => number),
    ],
    "slot-requests.number": proposals.map(({ number }) => number),
    "regions.key": [region?.key ?? ""],
    "series.key": [series?.key ?? ""],
    "series.series": [series?.key ?? ""],
    "request-types.key": ["dns_record"],
    "ballots.id": await ids(db.ballot.findMany(few)),
    "decisions.id": await ids(db.decision.findMany(few)),
    "proposals.comment": comment ? [comment.id] : [],
    "tickets.comment": onTicket ? [onTicket.id] : [],
    "sigs.handle": sigs.map(({ handle }) => handle),
    "bodies.handle": ["board", ...sigs.map(({ handle }) => handle)],
    handle: people.map(({ handle }) => handle),
    revision: [2],
    date: [...meetings, ...planned].map(({ date }) => date),
    lineId: line.map(({ id }) => id),
    itemId: await ids(db.agendaItem.findMany(few)),
    capability: ["dns", "hosts"],
    incident: [1],
    evidenceId: await ids(db.evidence.findMany(few)),
    workloadId: await ids(db.workload.findMany(few)),
    roleId: await ids(db.regionRole.findMany(few)),
    comment: comment ? [comment.id] : [],
    question: [1, 2],
    concern: [1],
    ask: [1],
  };
}
