import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { beginPortal, type Ended, portal } from "../support/portal-command";
import { type OwnServer, ownServer } from "./support/own-server";

// Every command of the command line, while a server runs on the same database and leaves its jobs to a worker apart.

test.describe.configure({ mode: "serial" });
test.setTimeout(600_000);

let server: OwnServer;
let folder = "";
test.beforeAll(async () => {
  test.setTimeout(300_000);
  server = await ownServer({ WORKER: "apart" });
  folder = mkdtempSync(join(tmpdir(), "command-line-"));
  writeFileSync(join(folder, "nothing.json"), "[]");
});
test.afterAll(async () => {
  await server.remove();
  rmSync(folder, { recursive: true, force: true });
});

const run = (args: string[], input = ""): Promise<Ended> =>
  portal(args, { DATA_DIR: server.folder, DATABASE_URL: "", SEED: "none", INIT_CWD: folder }, input);
const health = async () => {
  const answer = await fetch(`${server.address}/health`);
  return { code: answer.status, ...((await answer.json()) as { status: string; worker: string }) };
};

// What each says of bad input is tried in tests/integration/cli; here each does its work once, or is refused.
test("every deed is done beside the running server, and answers people and programs", async () => {
  const secret = /streamboard_\w+/;
  const deeds: { args: string[]; code: 0 | 1; says: RegExp; data?: object }[] = [
    { args: ["migrate"], code: 0, says: /up to date/, data: { applied: [] } },
    { args: ["doctor"], code: 0, says: /ok {2}The database answers/ },
    {
      args: ["user", "add", "ada", "Ada Example", "--email", "ada@example.org"],
      code: 0,
      says: /@ada can sign in/,
    },
    { args: ["user", "list"], code: 0, says: /@ada {2}Ada Example/ },
    { args: ["user", "disable", "ada", "--reason", "Asked for it."], code: 0, says: /has ended/ },
    { args: ["user", "enable", "ada"], code: 0, says: /open again/ },
    { args: ["user", "claim", "ada-pagure", "ada"], code: 1, says: /placeholder/ },
    {
      args: ["token", "create", "ada", "for the tests", "--scope", "read", "--days", "3"],
      code: 0,
      says: secret,
    },
    { args: ["token", "create", "nobody", "for the tests"], code: 1, says: /no such person/ },
    { args: ["token", "list"], code: 0, says: /@ada {2}for the tests {2}\(read, / },
    { args: ["token", "revoke", "1"], code: 0, says: /works no more/ },
    { args: ["ballot", "close"], code: 0, says: /0 ballots closed/, data: { closed: 0 } },
    { args: ["import", "pagure", "nothing.json"], code: 0, says: /0 new/, data: { created: 0 } },
    { args: ["import", "gitlab", "nothing.json"], code: 0, says: /0 new/, data: { created: 0 } },
    { args: ["export", "--out", "all.jsonl"], code: 0, says: /Wrote \d+ lines/, data: { file: "all.jsonl" } },
    { args: ["export", "--out", "hers.jsonl", "--as", "@ada"], code: 0, says: /Wrote \d+ lines/ },
    { args: ["backup", "backup.tar.gz"], code: 0, says: /Wrote backup\.tar\.gz/ },
    { args: ["restore", "backup.tar.gz"], code: 1, says: /not empty/ },
    { args: ["restore", "backup.tar.gz", "--replace", "--yes"], code: 0, says: /Restored the backup of/ },
    { args: ["seed"], code: 1, says: /already holds something/ },
  ];
  for (const { args, code, says, data } of deeds) {
    const said = await run(args);
    expect([args, said.code, (code === 0 ? said.out : said.complaint).match(says) ? "" : said]).toEqual([
      args,
      code,
      "",
    ]);
    if (!data) continue;
    const program = await run([...args.map((word) => word.replace(/\.jsonl$/, ".again.jsonl")), "--json"]);
    expect([args, program.code]).toEqual([args, code]);
    expect(JSON.parse(program.out)).toMatchObject({
      ok: true,
      ...Object.fromEntries(Object.entries(data).filter(([key]) => key !== "file")),
    });
  }
  const refused = await run(["user", "roles", "nobody", "--json"]);
  expect([refused.code, JSON.parse(refused.out)]).toEqual([
    1,
    expect.objectContaining({ ok: false, code: "not_found" }),
  ]);
  expect((await fetch(`${server.address}/people/ada`)).status).toBe(200);
});

test("the server serves without a worker, says so, and knows when one lives", async () => {
  expect(await health()).toMatchObject({ code: 200, status: "degraded", worker: "stopped" });
  const worker = beginPortal(["worker"], { DATA_DIR: server.folder, DATABASE_URL: "", SEED: "none" });
  await expect.poll(health, { timeout: 90_000 }).toMatchObject({ code: 200, status: "ok", worker: "ok" });
  const metrics = await (await fetch(`${server.address}/metrics`)).text();
  expect(metrics).toMatch(/^streamboard_worker_up 1$/m);
  expect(metrics).toMatch(/^streamboard_http_request_seconds_count\{.*route="\/health",.*\} [1-9]/m);
  worker.process.kill("SIGKILL");
  await worker.ended;
  await expect.poll(health).toMatchObject({ code: 200, status: "degraded", worker: "stopped" });
});
