import type { Prisma } from "../db/generated/client";
import type { Tx } from "../db/transaction";
import { visibleTo } from "../proposals/visibility";
import { done, notFound, type Result } from "../result";
import { type Actor, personIdOf, readsExecutive, thePublic } from "../workflow/actor";
import type { ClaimFacts } from "./claim-machine";

/** A placeholder as a command holds it: locked, so that of two who claim it one comes after the other. */
export interface HeldPlaceholder {
  id: number;
  handle: string;
  name: string;
  disabledAt: Date | null;
}

/** Threads through which a reader knows a placeholder; none of them, and it is not there for them. */
export function knownTo(actor: Actor): Prisma.PersonWhereInput {
  const seen = visibleTo(actor);
  return { OR: [{ proposals: { some: seen } }, { comments: { some: { proposal: seen } } }] };
}

/** Claims that this actor may know of. */
export function claimsVisibleTo(actor: Actor): Prisma.PlaceholderClaimWhereInput {
  if (readsExecutive(actor)) return {};
  return { OR: [{ hidden: false }, { personId: personIdOf(actor) ?? -1 }] };
}

export async function holdPlaceholder(
  tx: Tx,
  actor: Actor,
  handle: string,
): Promise<Result<HeldPlaceholder>> {
  const select = { id: true, handle: true, name: true, disabledAt: true } as const;
  const claimed = { claimedAs: { some: { status: "confirmed" as const, ...claimsVisibleTo(actor) } } };
  const seen = actor.kind === "system" ? {} : { OR: [knownTo(actor), claimed] };
  const where = { handle: { equals: handle, mode: "insensitive" as const }, isPlaceholder: true, ...seen };
  const found = await tx.person.findFirst({ where, select: { id: true } });
  if (!found) return notFound("placeholder");
  await lockPerson(tx, found.id);
  return done(await tx.person.findUniqueOrThrow({ where: { id: found.id }, select }));
}

/** Whether everybody knows of a placeholder. */
export async function isKnownToAll(tx: Tx, id: number): Promise<boolean> {
  return (await tx.person.count({ where: { id, ...knownTo(thePublic) } })) > 0;
}

export interface HeldClaim {
  id: number;
  hidden: boolean;
  placeholder: HeldPlaceholder;
  person: { id: number; handle: string; name: string };
  facts: ClaimFacts;
}

/** A claim with its placeholder, which stays locked until the command is over. */
export async function holdClaim(tx: Tx, actor: Actor, id: number): Promise<Result<HeldClaim>> {
  const where = { id, ...claimsVisibleTo(actor) };
  const found = await tx.placeholderClaim.findFirst({ where, select: { placeholderId: true } });
  if (!found) return notFound("claim");
  await lockPerson(tx, found.placeholderId);
  const person = { id: true, handle: true, name: true, disabledAt: true } as const;
  const claim = await tx.placeholderClaim.findUniqueOrThrow({
    where: { id },
    select: {
      hidden: true,
      status: true,
      placeholder: { select: person },
      person: { select: person },
    },
  });
  const facts = {
    status: claim.status,
    personId: claim.person.id,
    isTaken: claim.placeholder.disabledAt !== null,
    isGone: claim.person.disabledAt !== null,
  };
  return done({ id, hidden: claim.hidden, placeholder: claim.placeholder, person: claim.person, facts });
}

async function lockPerson(tx: Tx, id: number): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM "Person" WHERE "id" = ${id} FOR UPDATE`;
}
