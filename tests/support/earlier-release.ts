import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate, migrationsFolder, readMigrations } from "@/lib/db/migrate";

/** Brings a database to where it stood before a migration was written; `migrate` then does the rest, as an update would. */
export async function migrateUntil(url: string, migration: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "earlier-"));
  try {
    for (const { name } of readMigrations())
      if (name < migration) cpSync(join(migrationsFolder, name), join(folder, name), { recursive: true });
    await migrate(url, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
