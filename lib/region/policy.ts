import { type Actor, holds, isOfficer, isPerson } from "../workflow/actor";
import type { Facts } from "../workflow/machine";
import type { ComputedRegion } from "./readiness";

/** DOMAIN 8. */
export const regionPhases = [
  "proposed",
  "approved",
  "building",
  "provisioned",
  "production",
  "sunsetting",
  "retired",
] as const;
export type RegionPhase = (typeof regionPhases)[number];

/** The moves of lib/region/machine.ts, by name. */
export const regionMoveNames = [
  "approve",
  "startBuilding",
  "declareProvisioned",
  "declareProduction",
  "startSunset",
  "retire",
] as const;
export type RegionMove = (typeof regionMoveNames)[number];

/** Moves that say why: the event keeps the reason. */
export const regionMovesWithReason: readonly RegionMove[] = ["approve", "startSunset"];

/** What a move of a region is weighed on. */
export interface RegionFacts extends Facts<RegionPhase> {
  /** The body of the region's operators. */
  operatorsId: number;
  /** Names of required capabilities that are less than provisioned, or not accepted; from `computeRegion`. */
  requiredNotProvisioned: readonly string[];
  requiredNotAccepted: readonly string[];
  /** How many capabilities the region has at all. */
  capabilities: number;
  /** Tenants that still run workloads here (DOMAIN 9, scenario 23). */
  tenantsLeft?: number;
}

export function regionFacts(
  region: Pick<RegionFacts, "status" | "operatorsId" | "tenantsLeft">,
  computed: ComputedRegion,
): RegionFacts {
  const { requiredNotProvisioned, requiredNotAccepted, states } = computed;
  return { ...region, requiredNotProvisioned, requiredNotAccepted, capabilities: states.length };
}

/** An operator of this region, not of another one (DOMAIN 6). */
export function isOperatorOf(actor: Actor, region: { operatorsId: number }): boolean {
  return (
    actor.kind === "person" &&
    actor.roles.some(({ role, bodyId }) => role === "operator" && bodyId === region.operatorsId)
  );
}

/**
 * Evidence is given by those who build: SIG chairs and members, the infra team, the operators, and whoever asked for
 * one of the capability's tickets or wrote the proposal that it came from (DOMAIN 6).
 */
export function maySubmitEvidence(actor: Actor, place: { operatorsId: number; hasAsked?: boolean }): boolean {
  if (actor.kind === "person" && place.hasAsked === true) return true;
  return holds(actor, "sig_chair", "sig_member", "infra") || isOperatorOf(actor, place);
}

/** Which ticket serves which capability is said by those who keep the work in order. */
export function mayLinkTickets(actor: Actor, region: { operatorsId: number }): boolean {
  return isOperatorOf(actor, region) || holds(actor, "infra") || isOfficer(actor);
}

/** A region is opened by the officers; by the system where a seed or an import tells the story. */
export function mayOpenRegion(actor: Actor): boolean {
  return actor.kind === "system" || isOfficer(actor);
}

/** The statuses that evidence moves between today; the readiness knows expired and withdrawn as well. */
export type JudgedStatus = "submitted" | "accepted" | "refused";

/** What a move of evidence is weighed on. */
export interface EvidenceFacts extends Facts<JudgedStatus> {
  operatorsId: number;
  submittedById: number;
}

/** Operators accept or refuse evidence, never their own (DOMAIN 6). */
export function mayJudgeEvidence(
  actor: Actor,
  evidence: Pick<EvidenceFacts, "operatorsId" | "submittedById">,
): boolean {
  return isOperatorOf(actor, evidence) && !isPerson(actor, evidence.submittedById);
}

/** The phase is moved by the region's operators and the officers of the board. */
export function mayMoveRegion(actor: Actor, region: { operatorsId: number }): boolean {
  return isOperatorOf(actor, region) || isOfficer(actor);
}

/**
 * A ring of dependencies, as the keys along it; undefined where there is none. A region with one would never be
 * built, so a change that would close a ring is refused with it.
 */
export function dependencyRing(
  capabilities: readonly { key: string; dependsOn: readonly string[] }[],
): string[] | undefined {
  const dependsOn = new Map(capabilities.map((each) => [each.key, each.dependsOn]));
  const finished = new Set<string>();
  for (const { key } of capabilities) {
    const ring = ringFrom(key, [], { dependsOn, finished });
    if (ring) return ring;
  }
  return undefined;
}

function ringFrom(
  key: string,
  path: readonly string[],
  walk: { dependsOn: ReadonlyMap<string, readonly string[]>; finished: Set<string> },
): string[] | undefined {
  if (path.includes(key)) return [...path.slice(path.indexOf(key)), key];
  if (walk.finished.has(key)) return undefined;
  for (const next of walk.dependsOn.get(key) ?? []) {
    const ring = ringFrom(next, [...path, key], walk);
    if (ring) return ring;
  }
  walk.finished.add(key);
  return undefined;
}
