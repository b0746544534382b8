import {
  type CapabilityFacts,
  isAccepted,
  liveTickets,
  type StateOfCapability,
  unprovenCriteria,
  worth,
} from "./capability-facts";
import { isBuilt, type Progress } from "./capability-state";

/** The one step that helps most: the capability that most others wait for, then the one that gains most. */
export interface Candidate {
  capability: { key: string; name: string };
  /** The only ticket that is left there, where it is only one. */
  ticket?: { id: number; number: number };
  /** Percentage points that the region gains by it at once, to one decimal. */
  gain: number;
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

/** Only what waits for nothing else is proposed: in a ring of dependencies nothing is. */
export function unblocksMost(
  map: ProgressMap,
  states: readonly StateOfCapability[],
  shares: readonly number[],
): Candidate | undefined {
  const shareOf = new Map(states.map(({ key }, at) => [key, shares[at] ?? 0]));
  const ranked = states
    .filter((each) => each.state !== "accepted" && canMove(each, map))
    .map((each) => weigh(each, { map, states, shareOf }))
    .filter(({ gain, waiting }) => gain > 0 || waiting > 0)
    .sort(
      (one, other) => other.waiting - one.waiting || other.gain - one.gain || (one.key < other.key ? -1 : 1),
    );
  const best = ranked[0];
  if (!best) return undefined;
  const { gain, waiting, facts, state } = best;
  const ticket = onlyTicketLeft(facts);
  const deed = deedFor(facts, state, ticket);
  const others =
    waiting === 1 ? "; another capability waits for it" : `; ${waiting} other capabilities wait for it`;
  return {
    capability: { key: facts.key, name: facts.name },
    ...(ticket && { ticket }),
    gain,
    because: `${deed} (+${gain} points)${waiting > 0 ? others : ""}.`,
  };
}

interface Context {
  map: ProgressMap;
  states: readonly StateOfCapability[];
  shareOf: ReadonlyMap<string, number>;
}

function canMove({ key }: StateOfCapability, map: ProgressMap): boolean {
  const known = map.get(key);
  if (!known || isBuilt(known.progress)) return known !== undefined && known.facts.criteria.length > 0;
  return unbuilt(known.facts, map).length === 0;
}

function weigh(each: StateOfCapability, context: Context) {
  const { facts, progress } = context.map.get(each.key) ?? missing(each.key);
  const isProven = facts.criteria.length > 0 && unprovenCriteria(facts).length === 0;
  const target = isBuilt(progress) || isProven ? "accepted" : "provisioned";
  const own = (context.shareOf.get(each.key) ?? 0) * (worth[target] - worth[each.state]);
  const others = isBuilt(progress) ? 0 : gainOfDependants(each.key, context);
  const waiting = isBuilt(progress) ? 0 : dependantsWaiting(each.key, context.map);
  return { key: each.key, state: each.state, facts, gain: Math.round((own + others) * 10) / 10, waiting };
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

/** How many capabilities that are not built depend on it, directly or by others. */
function dependantsWaiting(key: string, map: ProgressMap): number {
  const reached = new Set([key]);
  for (let grew = true; grew; ) {
    const before = reached.size;
    for (const { facts, progress } of map.values()) {
      if (!isBuilt(progress) && facts.dependsOn.some((dependency) => reached.has(dependency)))
        reached.add(facts.key);
    }
    grew = reached.size > before;
  }
  return reached.size - 1;
}

function onlyTicketLeft(facts: CapabilityFacts): { id: number; number: number } | undefined {
  const left = liveTickets(facts).filter((ticket) => ticket.status !== "done");
  const [only] = left;
  return only && left.length === 1 ? { id: only.id, number: only.number } : undefined;
}

function deedFor(
  facts: CapabilityFacts,
  state: StateOfCapability["state"],
  ticket?: { number: number },
): string {
  if (ticket) return `Finish ticket T-${ticket.number} of ${facts.name}`;
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
