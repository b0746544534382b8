import pg from "pg";
import { log } from "../log";

export interface Listening {
  stop(): Promise<void>;
}

interface Listener {
  onNotice(payload: string): void;
  /** The connection stands, for the first time or again: what was said meanwhile has to be read. */
  onConnected(): void;
}

const firstWaitMs = 100;
const longestWaitMs = 5_000;
const pulseMs = 10_000;

/**
 * Listens on a channel of the database with one connection of its own, as long as the process lives. A connection that
 * breaks, or that does not answer any more, is made again.
 */
export function listenTo(channel: string, listener: Listener): Listening {
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
    made.on("notification", ({ payload }) => listener.onNotice(payload ?? ""));
    made
      .connect()
      .then(() => made.query(`LISTEN ${made.escapeIdentifier(channel)}`))
      .then(() => {
        waitMs = firstWaitMs;
        timer = setInterval(() => void feelPulse(made).catch(() => again(made)), pulseMs);
        timer.unref();
        listener.onConnected();
      })
      .catch((failure) => {
        log.debug({ failure }, "the database cannot be listened to");
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
