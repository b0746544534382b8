import { withoutSecrets } from "../log-words";

/** Ends the process with the sentence of what stands in the way; the whole story only for those who ask for it. */
export function refuseToStart(error: unknown): never {
  const known = error instanceof Error;
  const say = (words: string) => process.stderr.write(`${withoutSecrets(words)}\n`);
  say(`\n${known ? error.message : String(error)}`);
  if (known && process.env.LOG_LEVEL === "debug") say(`${error.stack}\n${String(error.cause ?? "")}`);
  process.exit(1);
}
