import { afterAll, inject } from "vitest";
import { freshDatabase } from "./database";

// Runs before each integration test file, and so before the client is imported: each file has a database of its own.
export const { url: urlOfThisFile, drop } = await freshDatabase(inject("server"), inject("template"));
process.env.DATABASE_URL = urlOfThisFile;

afterAll(async () => {
  const { db, pool } = await import("@/lib/db/client");
  await db.$disconnect();
  if (!pool.ended) await pool.end();
  await drop();
});
