// The server starts the worker, Next's bundle answers the health check: one state for both lives on globalThis.
const key = Symbol.for("streamboard.worker-state");
const shared = globalThis as { [key]?: { running: boolean } };

shared[key] ??= { running: false };

export const workerState = shared[key];
