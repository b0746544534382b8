import type { CapabilityState } from "./capability-facts";
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

export function sinceMonth(
  factsAt: FactsAt,
  { createdAt, now }: { createdAt: number; now: number },
): SinceMonth {
  const at = Math.max(Math.min(createdAt, now), now - monthMs);
  const [before, after] = [statesAt(factsAt, at), statesAt(factsAt, now)];
  const keys = new Set([...before.states.keys(), ...after.states.keys()]);
  const changes = [...keys].flatMap((key) => {
    const [from, to] = [before.states.get(key), after.states.get(key)];
    const name = to?.name ?? from?.name ?? key;
    return from?.state === to?.state ? [] : [{ key, name, from: from?.state ?? null, to: to?.state ?? null }];
  });
  return { at, isOpening: at > now - monthMs, percent: before.percent, changes };
}

function statesAt(factsAt: FactsAt, instant: number) {
  const facts = factsAt(instant);
  const { percent, states } = measureRegion(facts);
  const named = facts.flatMap(({ key, name }, place) => {
    const state = states[place];
    return state ? [[key, { name, state }] as const] : [];
  });
  return { percent, states: new Map(named) };
}
