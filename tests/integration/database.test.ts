import { readdirSync } from "node:fs";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { migrate, migrationsFolder } from "@/lib/db/migrate";
import { urlOfThisFile } from "../support/own-database";

const client = new pg.Client({ connectionString: urlOfThisFile });
beforeAll(() => client.connect());
afterAll(() => client.end());

async function recorded(): Promise<string[]> {
  const { rows } = await client.query<{ migration_name: string }>(
    'SELECT migration_name FROM "_prisma_migrations" WHERE finished_at IS NOT NULL ORDER BY migration_name',
  );
  return rows.map((row) => row.migration_name);
}

function folders(): string[] {
  const entries = readdirSync(migrationsFolder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

describe("the migrations of a database", () => {
  it("are all recorded once they ran", async () => {
    expect(await recorded()).toEqual(folders());
  });

  it("change nothing when they run again", async () => {
    expect(await migrate(urlOfThisFile)).toEqual([]);
  });

  it("are refused when one was edited after it was applied", async () => {
    const [first] = folders();
    await client.query('UPDATE "_prisma_migrations" SET checksum = $1 WHERE migration_name = $2', [
      "edited",
      first,
    ]);
    await expect(migrate(urlOfThisFile)).rejects.toThrow(
      `Migration ${first} was edited after it was applied`,
    );
  });

  it("are refused when the database is of a newer release", async () => {
    await client.query('UPDATE "_prisma_migrations" SET migration_name = $1 WHERE migration_name = $2', [
      "99999999999999_later",
      folders()[0],
    ]);
    await expect(migrate(urlOfThisFile)).rejects.toThrow("belongs to a newer release");
  });
});
