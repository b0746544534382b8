import { AsyncLocalStorage } from "node:async_hooks";
import { done, type Result, refuse } from "../result";
import { db } from "./client";

/** The form that is being carried out: its key is saved in the same transaction as its effect. */
export const submission = new AsyncLocalStorage<Sending>();

export interface Sending {
  key: string;
  personId: number;
  /** Of what is asked, where another thing under the same key is a mistake. */
  fingerprint?: string;
}

/**
 * Runs a command so that the same key has one effect, however often and however simultaneously it is sent.
 * The second time gives the first one's outcome. Outcomes are small JSON values.
 */
export async function onlyOnce<T>(
  key: string,
  personId: number,
  command: () => Promise<Result<T>>,
  fingerprint?: string,
): Promise<Result<T>> {
  const sending = { key, personId, ...(fingerprint && { fingerprint }) };
  const result = await submission.run(sending, command);
  if (result.ok || result.refusal.code !== "repeated") return result;
  const earlier = await db.submission.findUnique({ where: { key } });
  if (!earlier || earlier.personId !== personId) return result;
  if (fingerprint && earlier.fingerprint !== fingerprint) return refuse("key_reused", reused);
  return done(earlier.outcome as T); // written by the same command under the same key
}

const reused = "This key was used for something else already. A key stands for one request: take a new one.";
