import { ensureClient } from "../server/build";
import type { Prepared } from "../server/prepare";

/**
 * Runs work over the portal's database: that of DATABASE_URL, or the embedded one, which a running server and the
 * command line share. The modules that hold the connection are imported inside, after its address is known.
 */
export async function withDatabase<T>(work: (prepared: Prepared) => Promise<T>): Promise<T> {
  await ensureClient();
  process.env.STATEMENT_SECONDS = "0"; // nobody waits behind an import or an export
  const { prepareDatabase } = await import("../server/prepare");
  const prepared = await prepareDatabase();
  try {
    return await work(prepared);
  } finally {
    await prepared.close();
  }
}
