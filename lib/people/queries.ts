import { now } from "../clock";
import { db } from "../db/client";
import type { Tx } from "../db/transaction";
import { isRoleGroup, type RoleGroup, roleGroups } from "./role-groups";

/** A person or a body that owns something, as pages and the API show it. */
export interface Owner {
  kind: "person" | "body";
  handle: string;
  name: string;
}

/** Whoever owns an ask or owes an answer: a person, a body, or everybody who holds a role. */
export interface Party {
  kind: "person" | "body" | "role";
  handle: string;
  name: string;
}

export const ownerSelect = {
  ownerPerson: { select: { handle: true, name: true } },
  ownerBody: { select: { handle: true, name: true } },
} as const;

interface OwnerColumns {
  ownerPerson: { handle: string; name: string } | null;
  ownerBody: { handle: string; name: string } | null;
}

export function ownerOf(row: OwnerColumns): Owner | null {
  if (row.ownerPerson) return { kind: "person", ...row.ownerPerson };
  if (row.ownerBody) return { kind: "body", ...row.ownerBody };
  return null;
}

/** Columns of an owner; exactly one is set. */
export type OwnerIds =
  | { ownerPersonId: number; ownerBodyId: null }
  | { ownerPersonId: null; ownerBodyId: number };

/**
 * Finds the person (`@ada`) or the body (`infra`) that a text names. Without the @ a body is looked for first,
 * then a person. Undefined where nobody is called that, or the person's account has ended.
 */
export async function findOwner(tx: Tx | typeof db, text: string): Promise<OwnerIds | undefined> {
  const handle = text.trim().replace(/^@/, "");
  if (!text.trim().startsWith("@")) {
    const body = await tx.body.findUnique({ where: { handle }, select: { id: true } });
    if (body) return { ownerPersonId: null, ownerBodyId: body.id };
  }
  const person = await tx.person.findFirst({ where: { handle, disabledAt: null }, select: { id: true } });
  return person ? { ownerPersonId: person.id, ownerBodyId: null } : undefined;
}

/** Columns of a party; exactly one is set. */
export type PartyIds =
  | { personId: number; bodyId: null; role: null }
  | { personId: null; bodyId: number; role: null }
  | { personId: null; bodyId: null; role: RoleGroup };

/** Like `findOwner`, and also a role by its name (`sig-leaders`); a body of that name comes first. */
export async function findParty(tx: Tx | typeof db, text: string): Promise<PartyIds | undefined> {
  const found = await findOwner(tx, text);
  const handle = text.trim();
  const isRole = found?.ownerBodyId == null && isRoleGroup(handle);
  if (isRole) return { personId: null, bodyId: null, role: handle };
  if (found?.ownerPersonId != null) return { personId: found.ownerPersonId, bodyId: null, role: null };
  if (found?.ownerBodyId != null) return { personId: null, bodyId: found.ownerBodyId, role: null };
  return undefined;
}

interface PartyNames {
  person: { handle: string; name: string } | null;
  body: { handle: string; name: string } | null;
  role: string | null;
}

/** The party behind a row's three columns; null where nobody is named. */
export function partyOf({ person, body, role }: PartyNames): Party | null {
  if (person) return { kind: "person", ...person };
  if (body) return { kind: "body", ...body };
  if (role === null) return null;
  return { kind: "role", handle: role, name: isRoleGroup(role) ? roleGroups[role].name : role };
}

/** How a party is written in a field. */
export function partyText(party: Pick<Party, "kind" | "handle"> | null): string {
  if (!party) return "";
  return party.kind === "person" ? `@${party.handle}` : party.handle;
}

export const unknownParty =
  "Nobody is called that. Give a person such as @ada, a body such as infra, or a role such as sig-leaders.";

export const unknownOwner = "Nobody is called that. Give a person such as @ada, or a body such as infra.";

export interface OwnerChoice {
  value: string;
  label: string;
}

/** What a field for an owner offers: bodies first, then people (the first 200 by name). */
export async function listOwnerChoices(): Promise<OwnerChoice[]> {
  const [bodies, people] = await Promise.all([
    db.body.findMany({ orderBy: { name: "asc" }, select: { handle: true, name: true } }),
    db.person.findMany({
      where: { disabledAt: null, isPlaceholder: false },
      orderBy: { name: "asc" },
      take: 200,
      select: { handle: true, name: true },
    }),
  ]);
  return [
    ...bodies.map((body) => ({ value: body.handle, label: body.name })),
    ...people.map((person) => ({ value: `@${person.handle}`, label: person.name })),
  ];
}

/** What a field for a party offers: bodies, roles, then people. */
export async function listPartyChoices(): Promise<OwnerChoice[]> {
  const owners = await listOwnerChoices();
  const roles = Object.entries(roleGroups).map(([value, { name }]) => ({
    value,
    label: `${name.charAt(0).toUpperCase()}${name.slice(1)} (role)`,
  }));
  const firstPerson = owners.findIndex(({ value }) => value.startsWith("@"));
  return owners.toSpliced(firstPerson < 0 ? owners.length : firstPerson, 0, ...roles);
}

export async function listSigs(): Promise<{ handle: string; name: string }[]> {
  return db.body.findMany({
    where: { kind: "sig" },
    orderBy: { name: "asc" },
    select: { handle: true, name: true },
  });
}

/** The directors seated at an instant: quorum is a majority of them (DOMAIN 5). */
export async function listSeatedDirectors(
  tx: Tx | typeof db,
  at: Date,
): Promise<{ id: number; handle: string; name: string }[]> {
  return tx.person.findMany({
    where: {
      grants: {
        some: {
          role: { in: ["director", "chair", "liaison"] },
          since: { lte: at },
          OR: [{ until: null }, { until: { gt: at } }],
        },
      },
    },
    orderBy: { name: "asc" },
    select: { id: true, handle: true, name: true },
  });
}

/** The seats of the board at an instant, each with whether the liaison holds it: who votes bindingly. */
export async function listSeats(tx: Tx, at: Date): Promise<{ id: number; isLiaison: boolean }[]> {
  const sat = { since: { lte: at }, OR: [{ until: null }, { until: { gt: at } }] };
  const seats = await tx.person.findMany({
    where: { disabledAt: null, grants: { some: { role: { in: ["director", "chair", "liaison"] }, ...sat } } },
    orderBy: { id: "asc" },
    select: { id: true, grants: { where: { role: "liaison", ...sat }, select: { id: true }, take: 1 } },
  });
  return seats.map(({ id, grants }) => ({ id, isLiaison: grants.length > 0 }));
}

/** The directors of now, for a field that chooses one. */
export async function listDirectorsOfNow(): Promise<{ handle: string; name: string }[]> {
  return (await listSeatedDirectors(db, now())).map(({ handle, name }) => ({ handle, name }));
}
