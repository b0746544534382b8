import { log } from "../log";

/** The first signal stops cleanly, the second at once. */
export function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const onSignal = () => {
    if (stopping) process.exit(1);
    stopping = true;
    process.stdout.write("Stopping: finishing what is under way …\n");
    stop().then(
      () => process.exit(0),
      (failure) => {
        log.error({ failure }, "the stop failed");
        process.exit(1);
      },
    );
  };
  process.on("SIGTERM", onSignal);
  process.on("SIGINT", onSignal);
}
