import { type Actor, holds, holdsIn, isOfficer } from "../workflow/actor";
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

/** Whether tenants are taken in. */
export type OnboardingStatus = "closed" | "open";

/** What a move of a region is weighed on. */
export interface RegionFacts extends Facts<RegionPhase> {
  /** The body of the region's operators. */
  operatorsId: number;
  /** Names of required capabilities that are less than provisioned, or not accepted; from `computeRegion`. */
  requiredNotProvisioned: readonly string[];
  requiredNotAccepted: readonly string[];
  /** How many capabilities the region has at all, and how many of them it requires. */
  capabilities: number;
  required: number;
  onboarding: OnboardingStatus;
  /** How many people operate it today: with one alone, nobody can take over. */
  operatorsWithAccess: number;
  /** SIGs that still run something here, or plan to (DOMAIN 9, scenario 23). */
  tenantsLeft: number;
}

/** What a region's row and its surroundings say; the rest is computed from its capabilities. */
export type RegionGround = Pick<
  RegionFacts,
  "status" | "operatorsId" | "onboarding" | "operatorsWithAccess" | "tenantsLeft"
>;

export function regionFacts(ground: RegionGround, computed: ComputedRegion): RegionFacts {
  const { requiredNotProvisioned, requiredNotAccepted, states, required } = computed;
  return { ...ground, requiredNotProvisioned, requiredNotAccepted, required, capabilities: states.length };
}

/** An operator of this region, not of another one (DOMAIN 6). */
export function isOperatorOf(actor: Actor, region: { operatorsId: number }): boolean {
  return holdsIn(actor, region.operatorsId, ["operator"]);
}

/** Which ticket serves which capability is said by those who keep the work in order. */
export function mayLinkTickets(actor: Actor, region: { operatorsId: number }): boolean {
  return isOperatorOf(actor, region) || holds(actor, "infra") || isOfficer(actor);
}

/** A region is opened by the officers; by the system where a seed or an import tells the story. */
export function mayOpenRegion(actor: Actor): boolean {
  return actor.kind === "system" || isOfficer(actor);
}

/** The phase is moved by the region's operators and the officers of the board. */
export function mayMoveRegion(actor: Actor, region: { operatorsId: number }): boolean {
  return isOperatorOf(actor, region) || isOfficer(actor);
}

/** What a region is made of, and what is said of it, is kept by those who answer for it. */
export function mayShapeRegion(actor: Actor, region: { operatorsId: number }): boolean {
  return mayMoveRegion(actor, region);
}
