import { lookup } from "node:dns";
import { readFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { importFromAddress } from "@/lib/import-export/commands/import-from-address";
import { readAllowed } from "@/lib/outgoing/allowed";
import { type Actor, thePublic } from "@/lib/workflow/actor";
import { anIssue } from "../../factories/imports";
import { portal } from "../../support/portal-command";
import { aTracker, type Reply, type TrackerServer } from "../../support/tracker-server";
import { digestOfAllTables } from "./tables";

const fixture = (name: string, project: string): unknown[] =>
  JSON.parse(readFileSync(`tests/fixtures/gitlab/${name}.json`, "utf8").replaceAll("centos/board", project));
const theImport: Actor = { kind: "system", name: "import" };

let tracker: TrackerServer | undefined;
afterEach(() => tracker?.stop());

const waited: number[] = [];
async function imported(kind: "gitlab" | "pagure", path: string) {
  const allowed = readAllowed("127.0.0.1");
  if (!allowed) throw new Error("not a list");
  waited.length = 0;
  return importFromAddress(theImport, {
    tracker: kind,
    address: `${tracker?.origin}${path}`,
    wait: async (ms) => waited.push(ms),
    door: { allowed, plain: false, lookup },
  });
}

/** Two pages of a project's issues, the notes of the first one, and none of the others. */
function gitlab(path: string, origin: string): Reply {
  const project = decodeURIComponent(/^\/api\/v4\/projects\/([^/]+)/.exec(path)?.[1] ?? "");
  if (!projects.has(project)) return { status: 404, body: { message: "404 Project Not Found" } };
  const [first, ...others] = fixture("issues", project);
  if (path.includes("/issues/63/notes")) return { body: fixture("notes_63", project) };
  if (path.includes("/notes?")) return { body: [] };
  if (path.includes("page=2")) return { body: others };
  const next = `<${origin}${path}&page=2>; rel="next", <${origin}/x>; rel="first"`;
  return { body: [first], headers: { link: next } };
}

const projects = new Set(["centos/board", "centos/broken", "centos/busy", "group/sub/with-token"]);

describe("an import from GitLab by address", () => {
  it("takes over all pages with their notes, by whom and when, and what is confidential for the board", async () => {
    tracker = await aTracker(gitlab);
    const answer = await imported("gitlab", "/centos/board/-/issues");
    expect(answer).toMatchObject({ ok: true, value: { created: 3, comments: 1, events: 2 } });
    const thread = await db.proposal.findUniqueOrThrow({
      where: { sourceKey: "gitlab:centos/board#63" },
      include: { author: true, comments: { include: { author: true } }, events: { orderBy: { id: "asc" } } },
    });
    expect(thread).toMatchObject({
      ...{ number: 63, status: "closed", closedAs: "no_follow_up", visibility: "public" },
      ...{ createdAt: new Date("2021-08-30T14:02:11.123Z"), closedAt: new Date("2021-10-13T21:05:00Z") },
      author: { handle: "amara", name: "Amara Example", isPlaceholder: true },
      comments: [{ author: { handle: "sanjay" }, editedAt: new Date("2021-09-08T20:10:00Z") }],
      sourceState: { tags: ["board", "region"], milestone: "October", assignee: { username: "sanjay" } },
    });
    expect(thread.events.map(({ type }) => type)).toEqual([
      ...[
        "proposal.imported",
        "tracker.milestone_changed",
        "tracker.status_changed",
        "proposal.closed_in_tracker",
      ],
    ]);
    const hidden = await db.proposal.findUniqueOrThrow({ where: { sourceKey: "gitlab:centos/board#64" } });
    expect(hidden).toMatchObject({ visibility: "executive", status: "discussion" });
    expect(await db.comment.count({ where: { markdown: { contains: "quokka" } } })).toBe(0);
    expect(await db.externalIdentity.findFirst({ where: { username: "amara" } })).toMatchObject({
      tracker: "gitlab:gitlab.example",
    });
    expect(await db.questionCandidate.count()).toBe(2);
  });

  it("again changes nothing, and asks for no note of what has not changed", async () => {
    tracker = await aTracker(gitlab);
    const before = await digestOfAllTables();
    expect(await imported("gitlab", "/centos/board")).toMatchObject({
      ok: true,
      value: { created: 0, updated: 0, unchanged: 3 },
    });
    expect(await digestOfAllTables()).toBe(before);
    expect(tracker.asked.filter(({ path }) => path.includes("/notes"))).toEqual([]);
  });

  it("goes on where it broke off: what had come is kept", async () => {
    tracker = await aTracker((path, origin) =>
      path.includes("page=2") ? { status: 500 } : gitlab(path, origin),
    );
    const broken = await imported("gitlab", "/centos/broken");
    expect(broken).toMatchObject({
      ok: false,
      refusal: { message: expect.stringContaining("what came is kept") },
    });
    expect(waited).toEqual([1000, 2000, 4000, 8000]);
    expect(await db.proposal.count({ where: { sourceKey: { startsWith: "gitlab:centos/broken" } } })).toBe(1);
    await tracker.stop();
    tracker = await aTracker(gitlab);
    expect(await imported("gitlab", "/centos/broken")).toMatchObject({
      ok: true,
      value: { created: 2, unchanged: 1 },
    });
  });

  it("waits as long as the tracker says, and no longer", async () => {
    const inAMinute = String(Math.floor(Date.now() / 1000) + 60);
    tracker = await aTracker((path, origin, turn) => {
      if (turn === 1) return { status: 429, headers: { "retry-after": "7" } };
      const reply = gitlab(path, origin);
      const spent = { "ratelimit-remaining": "0", "ratelimit-reset": inAMinute };
      return turn === 2 ? { ...reply, headers: { ...reply.headers, ...spent } } : reply;
    });
    expect(await imported("gitlab", "/centos/busy")).toMatchObject({ ok: true, value: { created: 3 } });
    expect(waited).toEqual([7000, expect.any(Number)]);
    expect(waited[1]).toBeGreaterThan(50_000);
  });

  it("refuses what is not there, what is no project, what is not GitLab's, and who may not", async () => {
    tracker = await aTracker((path, origin) =>
      path.includes("strange") ? { body: [{ iid: "x" }] } : gitlab(path, origin),
    );
    for (const [path, sentence] of [
      ["/centos/nothing", "knows no such project"],
      ["/centos", "Give a project's address"],
      ["/centos/strange", "not what GitLab writes"],
    ] as const) {
      const answer = await imported("gitlab", path);
      expect(answer).toMatchObject({ ok: false, refusal: { message: expect.stringContaining(sentence) } });
    }
    const asked = await importFromAddress(thePublic, { tracker: "gitlab", address: tracker.origin });
    expect(asked).toMatchObject({ ok: false, refusal: { code: "forbidden" } });
  });
});

describe("an import from Pagure by address", () => {
  it("follows its pages, and takes over one issue by its own address", async () => {
    const [one, two] = [anIssue(), anIssue()];
    tracker = await aTracker((path, origin) => {
      if (path.startsWith("/api/0/centos/board/issue/")) return { body: one };
      if (path.includes("page=2")) return { body: { issues: [two], pagination: { next: null } } };
      return { body: { issues: [one], pagination: { next: `${origin}${path}&page=2` } } };
    });
    expect(await imported("pagure", "/centos/board/issues")).toMatchObject({
      ok: true,
      value: { created: 2 },
    });
    expect(await imported("pagure", "/centos/board/issue/1")).toMatchObject({
      ok: true,
      value: { unchanged: 1 },
    });
    expect(tracker.asked[0]?.path).toBe("/api/0/centos/board/issues?status=all&order=asc&per_page=100");
  });
});

describe("the command line's import by address", () => {
  it("sends the token to the tracker alone, and reaches no private one that no setting names", async () => {
    tracker = await aTracker(gitlab);
    const address = `${tracker.origin}/group/sub/with-token`;
    const refused = await portal(["import", "gitlab", address], { INIT_CWD: "." });
    expect(refused.code).toBe(1);
    expect(tracker.asked).toEqual([]);
    const settings = { INIT_CWD: ".", OUTGOING_ALLOWED: "127.0.0.1", IMPORT_TOKEN: "glpat-secret" };
    const { code, out } = await portal(["import", "gitlab", address, "--json"], settings);
    expect([code, JSON.parse(out)]).toEqual([0, expect.objectContaining({ ok: true, created: 3 })]);
    expect(tracker.asked.every(({ headers }) => headers["private-token"] === "glpat-secret")).toBe(true);
  }, 120_000);
});
