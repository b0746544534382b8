import pg from "pg";
import { log } from "../log";

export interface Held {
  stop(): Promise<void>;
}

const firstWaitMs = 100;
const longestWaitMs = 5_000;
const pulseMs = 10_000;

/**
 * Holds one connection of its own to the database, as long as the process lives. One that breaks, or that does not answer
 * any more, is made again; `begin` is carried out on each.
 */
export function holdConnection(begin: (client: pg.Client) => Promise<void>): Held {
  let stopped = false;
  let client: pg.Client | undefined;
  let waitMs = firstWaitMs;
  let timer: NodeJS.Timeout | undefined;

  const again = (of: pg.Client) => {
    if (stopped || of !== client) return;
    client = undefined;
    clearInterval(timer);
    of.end().catch(() => undefined);
    setTimeout(connect, waitMs).unref();
    waitMs = Math.min(waitMs * 2, longestWaitMs);
  };
  const connect = () => {
    if (stopped) return;
    const made = new pg.Client({
      connectionString: process.env.DATABASE_URL,
      connectionTimeoutMillis: 5_000,
    });
    client = made;
    made.on("error", () => again(made));
    made.on("end", () => again(made));
    made
      .connect()
      .then(() => begin(made))
      .then(() => {
        waitMs = firstWaitMs;
        timer = setInterval(() => void feelPulse(made).catch(() => again(made)), pulseMs);
        timer.unref();
      })
      .catch((failure) => {
        log.debug({ failure }, "the database cannot be reached");
        again(made);
      });
  };
  connect();
  return {
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await client?.end().catch(() => undefined);
    },
  };
}

/** A connection that is half gone takes a question and never answers it. */
async function feelPulse(client: pg.Client): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error("no answer")), pulseMs / 2);
  });
  await Promise.race([client.query("SELECT 1"), late]).finally(() => clearTimeout(timer));
}
