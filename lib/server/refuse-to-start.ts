/** Ends the process with the sentence of what stands in the way; the whole story only for those who ask for it. */
export function refuseToStart(error: unknown): never {
  const known = error instanceof Error;
  process.stderr.write(`\n${known ? error.message : String(error)}\n`);
  if (known && process.env.LOG_LEVEL === "debug")
    process.stderr.write(`${error.stack}\n${String(error.cause ?? "")}\n`);
  process.exit(1);
}
