import { type Embedded, startEmbedded } from "../db/embedded";
import { migrate } from "../db/migrate";
import { env } from "../env";
import { codeOf } from "../error-code";
import type { Settings } from "../settings";
import { loadDotEnv } from "./dot-env";
import { dropHalfTold, whole } from "./half-told";
import { demoSecret } from "./secret";

export interface Prepared {
  settings: Settings;
  /** Absent where DATABASE_URL names a PostgreSQL of the operator's own. */
  embedded?: Embedded;
  /** Names of the migrations that were applied just now. */
  applied: string[];
  /** Closes this process's connections and leaves the embedded PostgreSQL; the last one to leave stops it. */
  close(): Promise<void>;
}

/**
 * What the server and the command line both need before their first query: settings, a running PostgreSQL, and its
 * tables up to date. Sets DATABASE_URL and AUTH_SECRET for everything that is imported afterwards, so import
 * `lib/db/client` after it has resolved.
 */
export async function prepareDatabase(): Promise<Prepared> {
  const settings = settle();
  const embedded = settings.DATABASE_URL ? undefined : await startEmbedded(`${settings.DATA_DIR}/postgres`);
  const url = settings.DATABASE_URL ?? embedded?.url ?? "";
  process.env.DATABASE_URL = url;
  try {
    if (embedded) await dropHalfTold(settings.DATA_DIR, url);
    const applied = await migrate(url);
    const { migrateOutbox } = await import("../outbox/worker");
    await migrateOutbox(url);
    return { settings, ...(embedded && { embedded }), applied, close: () => close(embedded) };
  } catch (error) {
    await embedded?.stop();
    throw settings.DATABASE_URL ? withAddress(error, settings.DATABASE_URL) : error;
  }
}

/** Fills an empty database with the demo's story, where the settings ask for it. Says whether it did. */
export async function seedIfAsked({ settings, embedded }: Prepared): Promise<boolean> {
  const wanted = settings.SEED
    ? settings.SEED === "demo"
    : settings.MODE === "demo" && embedded !== undefined;
  if (!wanted) return false;
  const { isEmpty, seedDemo } = await import("../../prisma/seed/index");
  if (!(await isEmpty())) return false;
  await (embedded ? whole(settings.DATA_DIR, embedded.url, seedDemo) : seedDemo());
  return true;
}

/** Reads `.env` and the settings, and makes the environment say what holds: modules of Next's bundle read it there. */
function settle(): Settings {
  loadDotEnv();
  for (const [name, value] of Object.entries(process.env)) if (value === "") delete process.env[name];
  const settings = env();
  process.env.MODE = settings.MODE;
  process.env.AUTH_SECRET = settings.AUTH_SECRET ?? demoSecret(settings.DATA_DIR);
  return settings;
}

async function close(embedded: Embedded | undefined): Promise<void> {
  const { disconnect } = await import("../db/client");
  await disconnect();
  await embedded?.stop();
}

/** Says which database did not answer, without its password. */
function withAddress(error: unknown, url: string): Error {
  const { host, pathname } = new URL(url);
  const reason = error instanceof Error ? error.message || codeOf(error) || error.name : error;
  return new Error(
    `The database ${pathname.slice(1)} at ${host || "the local socket"} cannot be used: ${reason}`,
    {
      cause: error,
    },
  );
}
