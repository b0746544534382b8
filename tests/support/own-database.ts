import { afterAll, inject } from "vitest";
import { freshDatabase } from "./database";

// Runs before each integration test file. The files of one worker share its modules, and so the client and its pool;
// each begins with a database that nobody has written to, always of the same name, so that the pool finds it.
const name = `test_${process.pid}_own`;
const { url, drop } = await freshDatabase(inject("server"), inject("template"), name);
process.env.DATABASE_URL = url;

/** The address of this test file's database. */
export const urlOfThisFile = url;

/** This file's database as a copy of another one, for a file that has not written to its own yet. */
export async function beginAgainWith(template: string): Promise<void> {
  await leave();
  await freshDatabase(inject("server"), template, name);
}

/** Throws the database away, and waits until the pool has seen its connections cut: it would hand them out. */
async function leave(): Promise<void> {
  const { pool } = await import("@/lib/db/client");
  await drop();
  while (pool.totalCount > 0) await new Promise((later) => setTimeout(later, 1));
}

afterAll(leave);
