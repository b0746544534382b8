import { afterAll, inject } from "vitest";
import { freshDatabase } from "./database";

// Runs before each integration test file. The files of one worker share its modules, and so the client and its pool;
// each begins with a database that nobody has written to, always of the same name, so that the pool finds it.
const { url, drop } = await freshDatabase(inject("server"), inject("template"), `test_${process.pid}_own`);
process.env.DATABASE_URL = url;

/** The address of this test file's database. */
export const urlOfThisFile = url;

afterAll(async () => {
  const { pool } = await import("@/lib/db/client");
  await drop();
  // The connections were cut from the other side: until the pool has seen it, it would hand them out.
  while (pool.totalCount > 0) await new Promise((later) => setTimeout(later, 1));
});
