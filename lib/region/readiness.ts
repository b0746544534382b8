import {
  type CapabilityFacts,
  type CapabilityState,
  type StateOfCapability,
  worth,
} from "./capability-facts";
import { capabilityState, isBuilt, type MissingDependency, progressOf, stateOf } from "./capability-state";
import { type Candidate, helpsMost, type ProgressMap, unbuilt } from "./unblocks-most";

export interface Reason {
  key: string;
  name: string;
  state: CapabilityState;
  because: string;
  /** Percentage points that the region lacks for it, to one decimal. */
  lacks: number;
}

export interface Readiness {
  /** 0 to 100; 100 only when every capability that has a weight is accepted. */
  percent: number;
  sentence: string;
  /** What is lacking, the largest first. */
  reasons: Reason[];
  unblocksMost?: Candidate;
  /** The steps that help most, the best one first: what unblocks most, and what comes after it. */
  next: Candidate[];
}

export interface ComputedRegion {
  /** In the order in which the capabilities were given. */
  states: StateOfCapability[];
  readiness: Readiness;
  /** Names of required capabilities that keep the region from being provisioned, and from production (DOMAIN 8). */
  requiredNotProvisioned: string[];
  requiredNotAccepted: string[];
  /** How many capabilities are required. */
  required: number;
}

/** The states and the readiness of a region, computed from facts each time it is looked at (DOMAIN 8). */
export function computeRegion(capabilities: readonly CapabilityFacts[]): ComputedRegion {
  const map = progressMap(capabilities);
  const states = capabilities.map((facts) => capabilityState(facts, missingFor(facts, map)));
  const namesIn = (reached: readonly CapabilityState[]) =>
    capabilities
      .filter((facts, at) => facts.required && !reached.includes(stateAt(states, at)))
      .map(({ name }) => name);
  return {
    states,
    readiness: readinessOf(map, states, sharesOf(capabilities)),
    requiredNotProvisioned: namesIn(["provisioned", "accepted"]),
    requiredNotAccepted: namesIn(["accepted"]),
    required: capabilities.filter(({ required }) => required).length,
  };
}

/** Only the numbers, by the same sum and without a word: for the many dates of a burn-up. */
export function measureRegion(capabilities: readonly CapabilityFacts[]): {
  percent: number;
  states: CapabilityState[];
} {
  const map = progressMap(capabilities);
  const states = capabilities.map((facts) =>
    stateOf(facts, map.get(facts.key)?.progress ?? "not_requested", unbuilt(facts, map).length > 0),
  );
  return { percent: percentOf(partsOf(states, sharesOf(capabilities))), states };
}

function progressMap(capabilities: readonly CapabilityFacts[]): ProgressMap {
  return new Map(capabilities.map((facts) => [facts.key, { facts, progress: progressOf(facts) }]));
}

function readinessOf(
  map: ProgressMap,
  states: readonly StateOfCapability[],
  shares: readonly number[],
): Readiness {
  const names = states.map(({ state }) => state);
  const percent = percentOf(partsOf(names, shares));
  const reasons = reasonsOf(states, shares);
  const next = helpsMost(map, states, shares);
  const [best] = next;
  const accepted = names.filter((state) => state === "accepted").length;
  const sentence = sentenceOf(percent, accepted, states.length, best);
  return { percent, sentence, reasons, next, ...(best && { unblocksMost: best }) };
}

interface Part {
  state: CapabilityState;
  share: number;
}

function partsOf(states: readonly CapabilityState[], shares: readonly number[]): Part[] {
  return states.map((state, at) => ({ state, share: shares[at] ?? 0 }));
}

/** Rounded down, so that 100 means everything. Sorted before it is summed, so that the order of inputs is nothing. */
function percentOf(parts: readonly Part[]): number {
  const weighty = parts.filter(({ share }) => share > 0);
  if (weighty.length === 0) return 0;
  if (weighty.every(({ state }) => state === "accepted")) return 100;
  const terms = weighty.map(({ state, share }) => share * worth[state]).sort((one, other) => one - other);
  const sum = terms.reduce((total, term) => total + term, 0);
  return Math.max(0, Math.min(99, Math.floor(sum + 1e-6)));
}

/** Each capability's share of the whole, summing to 1. Where no weight says anything, all weigh the same. */
export function sharesOf(capabilities: readonly Pick<CapabilityFacts, "weight">[]): number[] {
  const weights = capabilities.map(({ weight }) => (weight > 0 ? Math.min(weight, 1e6) : 0));
  const total = [...weights].sort((one, other) => one - other).reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => (total > 0 ? weight / total : 1 / weights.length));
}

function reasonsOf(states: readonly StateOfCapability[], shares: readonly number[]): Reason[] {
  return states
    .map(({ key, name, state, because }, at) => {
      const lacks = Math.round((shares[at] ?? 0) * (100 - worth[state]) * 10) / 10;
      return { key, name, state, because, lacks };
    })
    .filter((reason) => reason.state !== "accepted")
    .sort((one, other) => other.lacks - one.lacks || compareKeys(one.key, other.key));
}

function missingFor(facts: CapabilityFacts, map: ProgressMap): MissingDependency[] {
  const known = map.get(facts.key);
  if (known && isBuilt(known.progress)) return [];
  return unbuilt(facts, map).map((dependency) => {
    const root = rootCauseOf(dependency, map);
    return {
      key: dependency.key,
      name: dependency.name,
      ...(root && { rootCause: `which waits for ${root}` }),
    };
  });
}

/** Follows what is missing down to what waits for nothing else. A ring ends where it would begin again. */
function rootCauseOf(from: CapabilityFacts, map: ProgressMap): string | undefined {
  const seen = new Set([from.key]);
  let deepest = from;
  for (;;) {
    const next = unbuilt(deepest, map).find(({ key }) => !seen.has(key));
    if (!next) return deepest === from ? undefined : deepest.name;
    seen.add(next.key);
    deepest = next;
  }
}

function sentenceOf(percent: number, accepted: number, total: number, best: Candidate | undefined): string {
  if (total === 0) return "The region has no capabilities yet.";
  const next = best ? ` Next: ${best.because.charAt(0).toLowerCase()}${best.because.slice(1)}` : "";
  return `${percent} % ready: ${accepted} of ${total} capabilities accepted.${next}`;
}

function stateAt(states: readonly StateOfCapability[], at: number): CapabilityState {
  return states[at]?.state ?? "not_requested";
}

function compareKeys(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
