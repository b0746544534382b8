import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { addressOf, quoted } from "../db/migrate";

// The demo's story takes seconds to tell, in many transactions. A start that is ended in the middle of it would leave
// half a story in a database that is not empty any more, and nobody has used it yet: the next start begins anew.
// Who is telling holds a lock of the database server, which lets go of it when that process is gone, however it went.

const lockOfTheTeller = 63_632_021;

/** Notes that the story is being told, until `tell` has ended well. */
export async function whole(folder: string, url: string, tell: () => Promise<void>): Promise<void> {
  await besideTheDatabase(url, async (client) => {
    await client.query("SELECT pg_advisory_lock($1)", [lockOfTheTeller]);
    writeFileSync(markOf(folder), "");
    await tell();
    rmSync(markOf(folder));
  });
}

/** Throws the database away if the story in it was begun, and nobody is telling it any more. */
export async function dropHalfTold(folder: string, url: string): Promise<void> {
  if (!existsSync(markOf(folder))) return;
  await besideTheDatabase(url, async (client) => {
    const { rows } = await client.query("SELECT pg_try_advisory_lock($1) AS free", [lockOfTheTeller]);
    if (!rows[0]?.free) return;
    const name = decodeURIComponent(new URL(url).pathname.slice(1));
    await client.query(`DROP DATABASE IF EXISTS ${quoted(name)} WITH (FORCE)`);
    rmSync(markOf(folder), { force: true });
  });
}

/** With a connection to the cluster's own database, which stays when the portal's goes. */
async function besideTheDatabase(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: addressOf(url, "postgres") });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function markOf(folder: string): string {
  return join(/*turbopackIgnore: true*/ folder, "telling-the-story");
}
