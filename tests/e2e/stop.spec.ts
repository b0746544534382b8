import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { startEmbedded } from "@/lib/db/embedded";
import { type OwnServer, ownServer } from "./support/own-server";

let server: OwnServer;
test.beforeEach(async () => {
  test.setTimeout(120_000);
  server = await ownServer();
});
test.afterEach(() => server.remove());

test("a portal that is told to stop answers what is on its way to it, then ends", async () => {
  const ask = () => fetch(`${server.address}/proposals`).then((answer) => answer.text());
  expect(await ask()).toContain("</html>");
  const asked = Array.from({ length: 30 }, ask);
  server.process.kill("SIGTERM");
  for (const page of await Promise.all(asked)) expect(page).toContain("</html>");
  expect(await server.ended).toBe(0);
});

test("a portal whose database is gone says so with 503, and comes back by itself", async () => {
  const state = async () => (await fetch(`${server.address}/proposals`)).status;
  const database = join(server.folder, "postgres");
  expect(await state()).toBe(200);
  stopDatabase(database);
  await expect.poll(state, { timeout: 30_000 }).toBe(503);
  const page = await fetch(`${server.address}/proposals`);
  expect(page.headers.get("retry-after")).not.toBeNull();
  expect(await page.text()).toContain("The database does not answer");
  expect((await fetch(`${server.address}/health`)).status).toBe(503);
  const again = await startEmbedded(database);
  await expect.poll(state, { timeout: 30_000 }).toBe(200);
  await again.stop();
});

/** As an administrator would: a fast, clean shutdown, which the portal does not undo. */
function stopDatabase(folder: string): void {
  const [pid] = readFileSync(join(folder, "data", "postmaster.pid"), "utf8").split("\n");
  process.kill(Number(pid), "SIGINT");
}
