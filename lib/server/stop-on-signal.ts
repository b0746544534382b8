import { log } from "../log";

/** Resolves at the first signal to stop; the second ends the process at once. */
export function toldToStop(): Promise<void> {
  return new Promise((told) => {
    let isTold = false;
    const onSignal = () => {
      if (isTold) process.exit(1);
      isTold = true;
      told();
    };
    process.on("SIGTERM", onSignal);
    process.on("SIGINT", onSignal);
  });
}

/** The first signal stops cleanly, and ends the process then. */
export async function stopOnSignal(stop: () => Promise<void>): Promise<never> {
  await toldToStop();
  process.stdout.write("Stopping: finishing what is under way …\n");
  try {
    await stop();
  } catch (failure) {
    log.error({ failure }, "the stop failed");
    process.exit(1);
  }
  process.exit(0);
}
