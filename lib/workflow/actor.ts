/** Roles of DOMAIN 6. "requester" is not among them: whoever wrote a proposal is its requester. */
export const roles = [
  "director",
  "chair",
  "secretary",
  "liaison",
  "community_architect",
  "sig_chair",
  "sig_member",
  "infra",
  "operator",
  "admin",
] as const;
export type Role = (typeof roles)[number];

export interface RoleHeld {
  role: Role;
  bodyId: number;
}

/** Who acts. Made only in lib/auth, by the command line, and by test factories. */
export type Actor =
  | {
      kind: "person";
      personId: number;
      handle: string;
      name: string;
      timeZone: string;
      roles: readonly RoleHeld[];
    }
  | { kind: "public" }
  | { kind: "system"; name: string };

export const thePublic: Actor = { kind: "public" };

export function holds(actor: Actor, ...wanted: Role[]): boolean {
  return actor.kind === "person" && actor.roles.some((held) => wanted.includes(held.role));
}

/** Whether they hold one of these roles in that very body. */
export function holdsIn(actor: Actor, bodyId: number | null | undefined, wanted: readonly Role[]): boolean {
  return (
    actor.kind === "person" &&
    actor.roles.some((held) => held.bodyId === bodyId && wanted.includes(held.role))
  );
}

export function isPerson(actor: Actor, personId: number | null | undefined): boolean {
  return personId != null && actor.kind === "person" && actor.personId === personId;
}

export function personIdOf(actor: Actor): number | null {
  return actor.kind === "person" ? actor.personId : null;
}

/** Officers run the meetings: chair and secretary (DOMAIN 6). */
export function isOfficer(actor: Actor): boolean {
  return holds(actor, "chair", "secretary");
}

/** Who has a binding position. The chair and the liaison are directors who hold the office. */
export function isDirector(actor: Actor): boolean {
  return holds(actor, "director", "chair", "liaison");
}

/** Who reads executive items: directors, the officers and the community architect (DOMAIN 5 and 6). */
export function readsExecutive(actor: Actor): boolean {
  return actor.kind === "system" || isDirector(actor) || holds(actor, "secretary", "community_architect");
}
