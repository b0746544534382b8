import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pool } from "@/lib/db/client";
import { recording } from "../../unit/import-export/pagure-recordings";
import { digestOfAllTables } from "../import-export/tables";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "portal-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs `npm run portal -- …` as a person would, from a folder of their own, over this test's database. */
function portal(args: string[], given: { input?: string; DATABASE_URL?: string } = {}) {
  const { input = "", ...environment } = given;
  const child = spawn(process.execPath, ["--import", "tsx", "lib/cli/main.ts", ...args], {
    env: { ...process.env, INIT_CWD: folder, LOG_LEVEL: "silent", NODE_ENV: "production", ...environment },
  });
  let out = "";
  let complaint = "";
  child.stdout.on("data", (chunk) => {
    out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    complaint += chunk;
  });
  child.stdin.end(input);
  return new Promise<{ code: number | null; out: string; complaint: string }>((answer) =>
    child.on("close", (code) => answer({ code, out, complaint })),
  );
}

function write(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return name;
}

describe("the command line", () => {
  it("imports a thread, and exports it again", async () => {
    const file = write("thread.json", recording("issue_closed"));
    const imported = await portal(["import", "pagure", file, "--json"]);
    expect(imported).toMatchObject({ code: 0, complaint: "" });
    expect(JSON.parse(imported.out)).toMatchObject({ ok: true, created: 1, proposals: [{ number: 63 }] });

    const again = await portal(["import", "pagure", "-"], { input: recording("issue_closed") });
    expect(again.out).toContain("Threads: 0 new, 0 with something new, 1 as they were.");

    const exported = await portal(["export", "--out", "all.jsonl"]);
    expect(exported).toMatchObject({ code: 0, complaint: "" });
    const lines = readFileSync(join(folder, "all.jsonl"), "utf8").trimEnd().split("\n");
    expect(exported.out).toBe(`Wrote ${lines.length} lines to all.jsonl.\n`);
    expect(lines.map((line) => JSON.parse(line)).find(({ kind }) => kind === "proposal")).toMatchObject({
      ...{ number: 63, sourceKey: "centos/board#63" },
    });
    expect(readdirSync(folder).filter((name) => name.includes("unfinished"))).toEqual([]);
    expect((await portal(["export"])).out.trimEnd().split("\n")).toEqual(lines);
  }, 120_000);

  it("names each fault of a broken file on one line, and changes nothing", async () => {
    const before = await digestOfAllTables();
    const issue = { ...JSON.parse(recording("issue_closed")), title: "", private: "yes" };
    const { code, complaint } = await portal([
      "import",
      "pagure",
      write("broken.json", JSON.stringify(issue)),
    ]);
    expect(code).toBe(1);
    expect(complaint.trimEnd().split("\n")).toEqual([
      "The file has 2 faults, so nothing of it can be imported.",
      "  title: is empty; Pagure lets no issue be without a title",
      '  private: "yes" is no yes or no; Pagure writes true or false',
    ]);
    expect(await digestOfAllTables()).toBe(before);
  });

  it("has a kind sentence for what is no file of issues", async () => {
    truncateSync(join(folder, write("huge.json", "")), 40 * 1024 * 1024);
    const answers = [];
    for (const name of ["missing.json", ".", "huge.json"])
      answers.push(await portal(["import", "pagure", name]));
    expect(answers.map(({ code }) => code)).toEqual([1, 1, 1]);
    expect(answers.map(({ complaint }) => complaint)).toEqual([
      "There is no file missing.json.\n",
      ". is a folder. Give one file in it.\n",
      expect.stringMatching(/^huge\.json has 40 MB or more; at most 32 MB are read at once\./),
    ]);
  });

  it("says how it is meant when it is called wrongly, and explains itself when asked", async () => {
    const wrongly: [string[], string][] = [
      [[], "Usage:"],
      [["fly"], "There is no command fly."],
      [["import", "jira", "x"], "There is no import from jira."],
      [["import", "pagure", "x", "--force"], "Unknown option '--force'"],
    ];
    for (const [args, sentence] of wrongly) {
      const { code, out, complaint } = await portal(args);
      expect({ code, out }).toEqual({ code: 2, out: "" });
      expect(complaint).toContain(sentence);
    }
    const { code, out } = await portal(["import", "--help"]);
    expect({ code, out }).toEqual({
      code: 0,
      out: expect.stringContaining("import pagure|gitlab <file|-|address>"),
    });
  });

  it("finds a database that is up to date well, and one that is not there not", async () => {
    expect(await portal(["doctor"])).toMatchObject({ code: 0, complaint: "" });
    const nowhere = "postgresql://nobody@127.0.0.1:1/none";
    const { code, complaint } = await portal(["doctor"], { DATABASE_URL: nowhere });
    expect(code).toBe(1);
    expect(complaint).toContain("NOT OK  The database does not answer");
  });

  it("goes through the chain of what was recorded, prints its newest hash, and finds one that was written down", async () => {
    const [, hash = ""] =
      /The newest hash, to be kept elsewhere: ([0-9a-f]{64})/.exec((await portal(["doctor"])).out) ?? [];
    const found = await portal(["doctor", "--head", hash.slice(0, 16)]);
    expect(found).toMatchObject({ code: 0, out: expect.stringContaining("The chain holds: ") });
    expect(found.out).toContain("all that was sealed until then is as it was");
    const lost = await portal(["doctor", "--head", "f".repeat(64)]);
    expect(lost).toMatchObject({
      code: 1,
      complaint: expect.stringContaining("NOT OK  No seal has the hash fff"),
    });
    expect((await portal(["doctor", "--head", "the last one"])).complaint).toContain(
      "Give the hash as doctor printed it",
    );
    await pool.query(`SET session_replication_role = replica; UPDATE "Event" SET "data" = '{}' WHERE "id" = (SELECT max("id")
      FROM "Event" WHERE "data" <> '{}'); SET session_replication_role = origin`);
    const broken = await portal(["doctor"]);
    expect(broken).toMatchObject({
      code: 1,
      complaint: expect.stringContaining("NOT OK  The chain is broken"),
    });
    expect(broken.complaint).not.toContain("The newest hash");
  }, 120_000);

  it("makes an account, gives it a role and ends it; what is wrong is said", async () => {
    const added = await portal(["user", "add", "ada.l", "Ada Lovelace", "--email", "ada@example.org"]);
    expect(added).toMatchObject({ code: 0, out: "@ada.l can sign in now.\n" });
    const given = await portal(["user", "roles", "ada.l", "--give", "king@board"]);
    expect(given.code).toBe(1);
    expect(given.complaint + given.out).toContain("Choose a role");
    const ended = await portal(["user", "disable", "@ada.l", "--reason", "Asked for it."]);
    expect(ended).toMatchObject({ code: 0, out: "The account of @ada.l has ended.\n" });
  }, 120_000);
});
