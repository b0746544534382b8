import { processWide } from "../process-wide";

/** The server starts the worker, and a page answers the health check. */
export const workerState = processWide("worker-state", () => ({ running: false }));
