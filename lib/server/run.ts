import { log } from "../log";
import type { Worker } from "../outbox/worker";
import { catchAll } from "./catch-all";
import { type Prepared, prepareDatabase, seedIfAsked } from "./prepare";
import { serve } from "./serve";
import { stopOnSignal } from "./stop-on-signal";
import { workerState } from "./worker-state";

const patienceMs = 20_000;
const watchMs = 3_000;

/** Prepares the database and serves, until the process is told to stop. */
export async function runServer(dev: boolean): Promise<void> {
  if (!dev) catchAll();
  const prepared = await prepareDatabase();
  try {
    await serveOver(prepared, dev);
  } catch (error) {
    await prepared.close();
    throw error;
  }
}

async function serveOver(prepared: Prepared, dev: boolean): Promise<void> {
  if (prepared.applied.length > 0) say(`Applied ${prepared.applied.length} migrations.`);
  if (await seedIfAsked(prepared)) say("The database was empty: the demo's story is in it now.");
  const serving = await serve(prepared.settings, dev);
  const worker = prepared.settings.WORKER === "inside" ? await ownWorker() : undefined;
  const watch = watchDatabase(prepared);
  say(welcome(serving.address, prepared));
  void stopOnSignal(async () => {
    clearInterval(watch);
    await serving.stop(patienceMs);
    workerState.running = false;
    await worker?.stop();
    await prepared.close();
  });
}

async function ownWorker(): Promise<Worker> {
  const { startWorker } = await import("../outbox/worker"); // opens the pool: after the database has its address
  const worker = await startWorker();
  workerState.running = true;
  const over = () => {
    workerState.running = false;
  };
  worker.ended.then(over, over);
  return worker;
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

/** An embedded PostgreSQL that crashed is started again; one that somebody stopped is left alone. */
function watchDatabase({ embedded }: Prepared): NodeJS.Timeout {
  return setInterval(() => {
    embedded
      ?.revive()
      .catch((failure) => log.error({ failure }, "the embedded PostgreSQL does not come back"));
  }, watchMs).unref();
}

function welcome(address: string, { settings, embedded }: Prepared): string {
  const data = embedded
    ? `an embedded PostgreSQL, its data in ${settings.DATA_DIR}`
    : "the PostgreSQL of DATABASE_URL";
  return [
    "",
    `  Streamboard runs at ${address}`,
    settings.MODE === "demo"
      ? `  It is a demo: sign in at ${address}/sign-in as any of the people there, no password needed.`
      : `  Sign in at ${address}/sign-in.`,
    `  It uses ${data}. Stop it with Ctrl+C.`,
    "",
  ].join("\n");
}
