import {
  type CapabilityFacts,
  isAccepted,
  liveTickets,
  type StateOfCapability,
  unprovenCriteria,
  worth,
} from "./capability-facts";
import { isBuilt, type Progress } from "./capability-state";
import { dependantsOf, keysBehind } from "./dependants";

/** A step that helps: how much the region gains by it at once, and how much of it waits behind. */
export interface Candidate {
  capability: { key: string; name: string };
  /** The only ticket that is left there, where it is only one. */
  ticket?: { id: number; number: number };
  /** Percentage points that the region gains by it at once, to one decimal. */
  gain: number;
  /** How many capabilities cannot be built before, directly or by others. */
  waiting: number;
  because: string;
}

export type ProgressMap = ReadonlyMap<string, { facts: CapabilityFacts; progress: Progress }>;

/** What a capability depends on and is not built yet, in the order in which it names them. */
export function unbuilt(facts: CapabilityFacts, map: ProgressMap): CapabilityFacts[] {
  return facts.dependsOn.flatMap((key) => {
    const found = key === facts.key ? undefined : map.get(key);
    return found && !isBuilt(found.progress) ? [found.facts] : [];
  });
}

const mostShown = 3;

/**
 * The steps that raise the readiness most through the graph: what the region gains at once, with what it lacks in all
 * that waits behind. Only what waits for nothing else is proposed: in a ring of dependencies nothing is.
 */
export function helpsMost(
  map: ProgressMap,
  states: readonly StateOfCapability[],
  shares: readonly number[],
): Candidate[] {
  const context = contextOf(map, states, shares);
  const weighed = states
    .filter((each) => each.state !== "accepted" && canMove(each, map))
    .map((each) => weigh(each, context));
  return joinedByTicket(weighed)
    .map((step) => ({ ...step, behind: lackOf(step.waiting, context) }))
    .filter(({ gain, waiting }) => gain > 0 || waiting.size > 0)
    .sort(
      (one, other) =>
        other.behind + other.gain - (one.behind + one.gain) ||
        other.gain - one.gain ||
        (one.facts.key < other.facts.key ? -1 : 1),
    )
    .slice(0, mostShown)
    .map(candidateOf);
}

interface Context {
  map: ProgressMap;
  states: readonly StateOfCapability[];
  stateOf: ReadonlyMap<string, StateOfCapability>;
  shareOf: ReadonlyMap<string, number>;
  dependants: ReadonlyMap<string, readonly string[]>;
}

function contextOf(
  map: ProgressMap,
  states: readonly StateOfCapability[],
  shares: readonly number[],
): Context {
  return {
    map,
    states,
    stateOf: new Map(states.map((state) => [state.key, state])),
    shareOf: new Map(states.map(({ key }, at) => [key, shares[at] ?? 0])),
    dependants: dependantsOf(
      [...map.values()].filter(({ progress }) => !isBuilt(progress)).map(({ facts }) => facts),
    ),
  };
}

function canMove({ key }: StateOfCapability, map: ProgressMap): boolean {
  const known = map.get(key);
  if (!known || isBuilt(known.progress)) return known !== undefined && known.facts.criteria.length > 0;
  return unbuilt(known.facts, map).length === 0;
}

interface Step {
  facts: CapabilityFacts;
  state: StateOfCapability["state"];
  /** Names of the capabilities that the step is done in. */
  places: string[];
  ticket?: { id: number; number: number };
  gain: number;
  waiting: Set<string>;
}

function weigh({ key, state }: StateOfCapability, context: Context): Step {
  const { facts, progress } = context.map.get(key) ?? missing(key);
  const isProven = facts.criteria.length > 0 && unprovenCriteria(facts).length === 0;
  const target = isBuilt(progress) || isProven ? "accepted" : "provisioned";
  const own = (context.shareOf.get(key) ?? 0) * (worth[target] - worth[state]);
  const others = isBuilt(progress) ? 0 : gainOfDependants(key, context);
  const waiting = isBuilt(progress) ? new Set<string>() : keysBehind(key, context.dependants);
  const ticket = onlyTicketLeft(facts);
  return { facts, state, places: [facts.name], gain: own + others, waiting, ...(ticket && { ticket }) };
}

/** A ticket that is the last one in several capabilities is one step, which brings them all further. */
function joinedByTicket(steps: readonly Step[]): Step[] {
  const joined = new Map<string, Step>();
  for (const step of steps) {
    const id = step.ticket ? `ticket ${step.ticket.id}` : step.facts.key;
    const known = joined.get(id);
    if (!known) joined.set(id, step);
    else {
      const leading = known.waiting.size >= step.waiting.size ? known : step;
      joined.set(id, {
        ...leading,
        places: [...known.places, ...step.places],
        gain: known.gain + step.gain,
        waiting: new Set([...known.waiting, ...step.waiting]),
      });
    }
  }
  return [...joined.values()];
}

/** Percentage points that the region lacks in these capabilities. */
function lackOf(keys: ReadonlySet<string>, { stateOf, shareOf }: Context): number {
  return [...keys].reduce((sum, key) => {
    const state = stateOf.get(key)?.state ?? "accepted";
    return sum + (shareOf.get(key) ?? 0) * (100 - worth[state]);
  }, 0);
}

/** Those that this one alone blocks go on with the work that they had begun. */
function gainOfDependants(key: string, { map, states, shareOf }: Context): number {
  return states
    .filter((each) => each.state === "blocked" && map.get(each.key)?.progress === "in_progress")
    .filter(({ blockedBy }) =>
      blockedBy.every((blocker) => blocker.kind === "capability" && blocker.key === key),
    )
    .reduce((sum, each) => sum + (shareOf.get(each.key) ?? 0) * (worth.in_progress - worth.blocked), 0);
}

function candidateOf({ facts, state, places, ticket, gain, waiting }: Step): Candidate {
  const points = Math.round(gain * 10) / 10;
  const deed = deedFor(facts, state, { ticket, places });
  const others =
    waiting.size === 1
      ? "; another capability waits for it"
      : `; ${waiting.size} other capabilities wait for it`;
  return {
    capability: { key: facts.key, name: facts.name },
    ...(ticket && { ticket }),
    gain: points,
    waiting: waiting.size,
    because: `${deed} (+${points} points)${waiting.size > 0 ? others : ""}.`,
  };
}

function onlyTicketLeft(facts: CapabilityFacts): { id: number; number: number } | undefined {
  const left = liveTickets(facts).filter((ticket) => ticket.status !== "done");
  const [only] = left;
  return only && left.length === 1 ? { id: only.id, number: only.number } : undefined;
}

function deedFor(
  facts: CapabilityFacts,
  state: StateOfCapability["state"],
  { ticket, places }: { ticket?: { number: number }; places: readonly string[] },
): string {
  if (ticket) return `Finish ticket T-${ticket.number} of ${places.join(" and ")}`;
  if (facts.openIncidents.length > 0) return `Close the incident of ${facts.name}`;
  if (liveTickets(facts).some(({ status }) => status !== "done"))
    return `Finish the tickets of ${facts.name}`;
  if (state === "not_requested" || state === "blocked") return `Ask for ${facts.name}`;
  const unproven = unprovenCriteria(facts);
  const isOffered = facts.evidence.some((each) => unproven.includes(each.criterion) && isWaiting(each));
  return isOffered ? `Judge the evidence for ${facts.name}` : `Give evidence for ${facts.name}`;
}

function isWaiting(evidence: CapabilityFacts["evidence"][number]): boolean {
  return !isAccepted(evidence) && evidence.status === "submitted";
}

function missing(key: string): never {
  throw new Error(`The states and the facts of a region differ: ${key} is in one of them only.`);
}
