import { isDeepStrictEqual } from "node:util";
import type { Prisma } from "../db/generated/client";
import type { ImportPlan, PersonRef, PlannedState } from "./import-plan";

/** What the tracker says of a thread, in its own words, kept apart from the portal's own state. */
export interface SourceState extends PlannedState {
  status: "open" | "closed";
  closed: { at: string | null; by: PersonRef | null; status: string | null } | null;
  /** As of when: an older file does not overrule a newer one. */
  updatedAt: string;
  /** The tracker's text, only where the portal's has gone its own way. */
  title?: string;
  body?: string;
}

/** The state that a plan tells of; with its text where the portal keeps another. */
export function stateOf(plan: ImportPlan, keptText: boolean): SourceState {
  const { closed, state, title, body } = plan;
  return {
    ...state,
    status: closed ? "closed" : "open",
    closed: closed && { ...closed, at: closed.at?.toISOString() ?? null },
    updatedAt: plan.updatedAt.toISOString(),
    ...(keptText && { title, body }),
  };
}

/** The database gives an object's keys back in another order; a comparison must not mind. */
export function isSame(one: unknown, other: unknown): boolean {
  return isDeepStrictEqual(JSON.parse(JSON.stringify(one)), JSON.parse(JSON.stringify(other)));
}

/** Plain data, through and through; Prisma's JSON type only lacks the name. */
export function asJson(value: object): Prisma.InputJsonObject {
  return value as Prisma.InputJsonObject;
}

const closedAs = new Map<string | null, "completed" | "declined">([
  ["Fixed", "completed"],
  ["Won't fix", "declined"],
  ["Invalid", "declined"],
]);

/** What a close status of Pagure means here; whatever is not clearly an answer ended without follow-up. */
export function closedAsOf(plan: ImportPlan): "completed" | "declined" | "no_follow_up" | null {
  return plan.closed ? (closedAs.get(plan.closed.status) ?? "no_follow_up") : null;
}

/** A closed thread without a time was closed by the last time it was changed. */
export function closedAtOf(plan: ImportPlan): Date | null {
  return plan.closed ? (plan.closed.at ?? plan.updatedAt) : null;
}

/** Pagure sets the two a millisecond or two apart, sometimes the wrong way round. */
export function lastChangeOf(plan: ImportPlan): Date {
  return plan.updatedAt < plan.createdAt ? plan.createdAt : plan.updatedAt;
}
