import { processWide } from "../process-wide";

// What is open without end (streams) has to be ended by the server that stops.
const held = processWide("on-stop", () => ({ stopping: false, deeds: new Set<() => void>() }));

/** Has something done as soon as the server begins to stop. */
export function onStop(deed: () => void): void {
  held.deeds.add(deed);
}

export function isStopping(): boolean {
  return held.stopping;
}

export function beginToStop(): void {
  held.stopping = true;
  for (const deed of held.deeds) deed();
}
