import { AsyncLocalStorage } from "node:async_hooks";
import { done, type Result } from "../result";
import { db } from "./client";

/** The form that is being carried out: its key is saved in the same transaction as its effect. */
export const submission = new AsyncLocalStorage<{ key: string; personId: number }>();

/**
 * Runs a command so that the same key has one effect, however often and however simultaneously it is sent.
 * The second time gives the first one's outcome. Outcomes are small JSON values.
 */
export async function onlyOnce<T>(
  key: string,
  personId: number,
  command: () => Promise<Result<T>>,
): Promise<Result<T>> {
  const result = await submission.run({ key, personId }, command);
  if (result.ok || result.refusal.code !== "repeated") return result;
  const earlier = await db.submission.findUnique({ where: { key } });
  if (!earlier || earlier.personId !== personId) return result;
  return done(earlier.outcome as T); // written by the same command under the same key
}
