// What is open without end (streams) has to be ended by the server that stops. Next's bundle opens them, the server stops:
// one list for both lives on globalThis.
const key = Symbol.for("streamboard.on-stop");
const shared = globalThis as { [key]?: { stopping: boolean; deeds: Set<() => void> } };

shared[key] ??= { stopping: false, deeds: new Set() };
const held = shared[key];

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
