import { at, now } from "@/lib/clock";
import type { Result } from "@/lib/result";

/** One moment of the story: what somebody did, and when. */
export interface Scene {
  when: Date;
  play: () => Promise<unknown>;
}

/** The value of a command that was carried out; the story ends at a refusal, with its sentence. */
export function must<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  const { code, message, errors = [] } = result.refusal;
  const fields = errors.map((error) => ` ${error.path}: ${error.message}`).join("");
  throw new Error(`the story was refused (${code}): ${message}${fields}`);
}

/**
 * Plays the scenes of all stories in the order of their time, each as if it were then. A story may run ahead of today
 * where a meeting was only days ago: what would lie in the future happens now.
 */
export async function playInOrder(scenes: readonly Scene[]): Promise<void> {
  const today = now();
  const inOrder = [...scenes].sort((one, other) => one.when.getTime() - other.when.getTime());
  for (const { when, play } of inOrder) await at(when < today ? when : today, play);
}
