import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { dropHalfTold, whole } from "@/lib/server/half-told";
import { freshDatabase } from "../support/database";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let folder: string;
beforeEach(async () => {
  database = await freshDatabase(inject("server"), inject("template"));
  folder = mkdtempSync(join(tmpdir(), "story-"));
});
afterEach(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

async function isThere(): Promise<boolean> {
  const client = new pg.Client({ connectionString: database.url });
  return client.connect().then(
    () => client.end().then(() => true),
    () => false,
  );
}

describe("the demo's story", () => {
  it("that was told to its end stays", async () => {
    await whole(folder, database.url, async () => {});
    await dropHalfTold(folder, database.url);
    expect(await isThere()).toBe(true);
  });

  it("that broke off in the middle is thrown away, so that the next start begins anew", async () => {
    const breaksOff = async () => {
      throw new Error("the lights went out");
    };
    await expect(whole(folder, database.url, breaksOff)).rejects.toThrow("the lights went out");
    await dropHalfTold(folder, database.url);
    expect(await isThere()).toBe(false);
  });

  it("that somebody else is still telling is left alone", async () => {
    await whole(folder, database.url, async () => {
      await dropHalfTold(folder, database.url);
      expect(await isThere()).toBe(true);
    });
  });
});
