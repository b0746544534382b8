import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { db } from "@/lib/db/client";
import { readFromFolder, writeToFolder } from "@/lib/materials/storage";
import { aFile } from "../../factories/materials";
import { aProposal } from "../../factories/proposals";
import { beginPortal, portal } from "../../support/portal-command";
import { anEmptyDatabase, digests } from "../backup/archives";

let folder = "";
const here = () => ({ INIT_CWD: folder, ATTACHMENTS_FOLDER: join(folder, "files") });
const files = () => readdirSync(folder).filter((name) => name.includes("backup"));
let target = { url: "", drop: async () => {} };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "backup-"));
  target = await anEmptyDatabase();
  const { author, number } = await aProposal().inDiscussion();
  const { attachment } = await aFile(author, number);
  const { bytes } = await db.attachmentContent.findUniqueOrThrow({ where: { attachmentId: attachment.id } });
  await writeToFolder(attachment.id, bytes, join(folder, "files"));
  await db.attachment.update({ where: { id: attachment.id }, data: { place: "folder" } });
  await db.attachmentContent.delete({ where: { attachmentId: attachment.id } });
});
afterAll(async () => {
  await target.drop();
  rmSync(folder, { recursive: true, force: true });
});

describe("backup and restore by the command line", () => {
  it("carry a portal with its files to another place, which then says the same", async () => {
    const written = await portal(["backup", "backup.tar.gz", "--json"], here());
    expect(written).toMatchObject({ code: 0, complaint: "" });
    expect(JSON.parse(written.out)).toMatchObject({ ok: true, files: 1, missing: [], file: "backup.tar.gz" });
    expect(statSync(join(folder, "backup.tar.gz")).mode & 0o777).toBe(0o600);

    const there = { DATABASE_URL: target.url, INIT_CWD: folder, ATTACHMENTS_FOLDER: join(folder, "other") };
    const restored = await portal(["restore", "backup.tar.gz"], there);
    expect(restored).toMatchObject({ code: 0, complaint: "" });
    const [id = ""] = readdirSync(join(folder, "files"));
    const { size } = await db.attachment.findUniqueOrThrow({ where: { id } });
    const whole = { start: 0, length: size };
    expect(await readFromFolder(id, whole, join(folder, "other"))).toEqual(
      await readFromFolder(id, whole, join(folder, "files")),
    );
    expect((await portal(["export"], there)).out).toBe((await portal(["export"], here())).out);
    const well = { code: 0, out: expect.stringContaining("ok  The chain holds") };
    expect(await portal(["doctor"], there)).toMatchObject(well);
  }, 240_000);

  it("leave a file alone that is there, and a database that holds something", async () => {
    writeFileSync(join(folder, "backup-kept"), "mine");
    const again = await portal(["backup", "backup-kept"], here());
    expect(again).toMatchObject({ code: 1, complaint: expect.stringContaining("is there already") });
    expect(readFileSync(join(folder, "backup-kept"), "utf8")).toBe("mine");
    const before = await digests(process.env.DATABASE_URL ?? "");
    for (const [args, sentence] of [
      [["backup.tar.gz"], "not empty"],
      [["backup.tar.gz", "--replace"], "Nothing was thrown away"],
      [["missing.tar.gz"], "There is no file"],
      [["backup-kept", "--replace", "--yes"], "damaged at its beginning"],
    ] as const) {
      const refused = await portal(["restore", ...args], here());
      expect(refused).toMatchObject({ code: 1, complaint: expect.stringContaining(sentence) });
    }
    expect(await digests(process.env.DATABASE_URL ?? "")).toEqual(before);
  }, 240_000);

  it("killed in the middle leave nothing that looks like a backup, and the next one tidies up", async () => {
    const holder = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await holder.connect();
    const known = files();
    try {
      await holder.query(`BEGIN; LOCK TABLE "WorkingCopy" IN ACCESS EXCLUSIVE MODE`);
      const killed = beginPortal(["backup", "backup-half"], here());
      await vi.waitUntil(() => files().length > known.length, { timeout: 60_000 });
      killed.process.kill("SIGKILL");
      await killed.ended;
      expect(files().filter((name) => !known.includes(name))).toEqual([
        expect.stringMatching(/^backup-half\.\d+\.unfinished$/),
      ]);
      const told = beginPortal(["backup", "backup-half"], here());
      await vi.waitUntil(() => files().some((name) => name.startsWith(`backup-half.${told.process.pid}.`)), {
        timeout: 60_000,
      });
      told.process.kill("SIGTERM");
      expect((await told.ended).code).toBe(1);
      expect(files()).toEqual(known);
    } finally {
      await holder.end();
    }
  }, 240_000);
});
