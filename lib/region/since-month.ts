import type { CapabilityState, StateOfCapability } from "./capability-facts";
import type { FactsAt } from "./past";
import { measureRegion } from "./readiness";

export interface StateChange {
  key: string;
  name: string;
  /** Null where it was not there, or is not there any more. */
  from: CapabilityState | null;
  to: CapabilityState | null;
}

/** What is different from a month ago, or from the region's opening where that is later. */
export interface SinceMonth {
  at: number;
  isOpening: boolean;
  percent: number;
  changes: StateChange[];
}

const monthMs = 30 * 86_400_000;

/** `states` are those of now, as they were computed for the page already. */
export function sinceMonth(
  factsAt: FactsAt,
  { createdAt, now, states }: { createdAt: number; now: number; states: readonly StateOfCapability[] },
): SinceMonth {
  const at = Math.max(Math.min(createdAt, now), now - monthMs);
  const facts = factsAt(at);
  const before = measureRegion(facts);
  const earlier = new Map(facts.map(({ key, name }, place) => [key, { name, state: before.states[place] }]));
  const later = new Map(states.map((state) => [state.key, state]));
  const changes = [...new Set([...earlier.keys(), ...later.keys()])].flatMap((key) => {
    const [from, to] = [earlier.get(key), later.get(key)];
    const name = to?.name ?? from?.name ?? key;
    return from?.state === to?.state ? [] : [{ key, name, from: from?.state ?? null, to: to?.state ?? null }];
  });
  return { at, isOpening: at > now - monthMs, percent: before.percent, changes };
}
