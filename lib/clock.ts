import { AsyncLocalStorage } from "node:async_hooks";

const testTime = new AsyncLocalStorage<{ now: Date } | undefined>();

/** The only place that asks what time it is (promise 8). */
export function now(): Date {
  return testTime.getStore()?.now ?? new Date();
}

/** Runs `work` as if it were `instant`: for tests, and for seeds that tell a story of the past. */
export function at<T>(instant: Date | string, work: () => T): T {
  return testTime.run({ now: new Date(instant) }, work);
}

/** Runs `work` at the real time, whatever was told around it. */
export function atPresent<T>(work: () => T): T {
  return testTime.run(undefined, work);
}
