import type { Claimed } from "../../auth/claims";
import { now } from "../../clock";
import { type Tx, transact } from "../../db/transaction";
import { done, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { type GroupRule, rolesByGroups } from "../group-rules";
import { beginRole, bodyOf, type HeldPerson, holdPerson } from "../held-person";
import { syncGroups } from "../sync-groups";
import { yieldHandle } from "../yield-handle";

export interface SignIn {
  issuer: string;
  claims: Claimed;
  rules: readonly GroupRule[];
  /** Who becomes administrator where there is none. */
  firstAdmin?: string;
  /** What the provider gave to ask it again, sealed, and when that is due. */
  token?: { sealedToken: string; askAt: Date };
}

const actor: Actor = { kind: "system", name: "the account system" };

/**
 * Finds or makes the person behind an account of the provider, and takes over the roles that its groups give today.
 * Who was made here before (by an administrator) is found by the handle once; from then on by the subject alone, so
 * that a handle that somebody else gets later opens nothing.
 */
export async function signInPerson(signIn: SignIn): Promise<Result<{ personId: number; name: string }>> {
  return transact(async (tx) => {
    const found = await findOrMake(tx, signIn);
    if (!found.ok) return found;
    const person = found.value;
    if (person.disabledAt)
      return refuse("forbidden", "This account has ended. An administrator can open it again.");
    await describe(tx, person, signIn.claims);
    await syncGroups(tx, actor, person, rolesByGroups(signIn.rules, signIn.claims.groups));
    if (signIn.firstAdmin === person.handle) await makeFirstAdmin(tx, person);
    return done({ personId: person.id, name: person.name });
  });
}

async function findOrMake(tx: Tx, { issuer, claims, token }: SignIn): Promise<Result<HeldPerson>> {
  // Two first sign-ins of one account wait for each other here.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`${issuer} ${claims.subject}`}))`;
  const known = await tx.signInAccount.findUnique({
    where: { issuer_subject: { issuer, subject: claims.subject } },
    select: { person: { select: { id: true, handle: true, name: true, disabledAt: true } } },
  });
  const at = { groups: claims.groups, groupsAt: now(), lastUsedAt: now(), ...token };
  if (known) {
    await tx.signInAccount.update({
      where: { issuer_subject: { issuer, subject: claims.subject } },
      data: at,
    });
    return done(known.person);
  }
  const person = (await expected(tx, claims)) ?? (await make(tx, claims));
  if (!person) {
    return refuse(
      "conflict",
      `The handle ${claims.handle} belongs to somebody else here; ask an administrator.`,
    );
  }
  await tx.signInAccount.create({
    data: { issuer, subject: claims.subject, personId: person.id, createdAt: now(), ...at },
  });
  return done(person);
}

/** Somebody whom an administrator has made, and who has no account of a provider yet. */
async function expected(tx: Tx, { handle }: Claimed): Promise<HeldPerson | null> {
  const person = await holdPerson(tx, handle);
  if (!person) return null;
  const free = { id: person.id, isDemo: false, accounts: { none: {} } };
  return (await tx.person.count({ where: free })) > 0 ? person : null;
}

async function make(tx: Tx, { handle, name }: Claimed): Promise<HeldPerson | null> {
  await yieldHandle(tx, actor, handle);
  const taken = { handle: { equals: handle, mode: "insensitive" as const } };
  if ((await tx.person.count({ where: taken })) > 0) return null;
  const { id } = await tx.person.create({ data: { handle, name, createdAt: now() }, select: { id: true } });
  await record(tx, actor, {
    type: "person.added",
    subject: "person",
    subjectId: id,
    data: { personId: id, person: name },
  });
  return { id, handle, name, disabledAt: null };
}

/** What the provider knows and nobody has said here: the address, if nobody else has it, and the time zone. */
async function describe(tx: Tx, { id }: HeldPerson, { email, timeZone }: Claimed): Promise<void> {
  const isFree = email !== null && (await tx.person.count({ where: { email, id: { not: id } } })) === 0;
  if (isFree) await tx.person.updateMany({ where: { id }, data: { email } });
  if (timeZone) await tx.person.updateMany({ where: { id, timeZone: "UTC" }, data: { timeZone } });
}

/** The lock lets one of two through; once there is an administrator, the setting does nothing any more. */
async function makeFirstAdmin(tx: Tx, person: HeldPerson): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('first administrator'))`;
  if ((await tx.roleGrant.count({ where: { role: "admin", until: null } })) > 0) return;
  await tx.body.createMany({
    data: [{ handle: "infra", name: "Infra team", kind: "infra" }],
    skipDuplicates: true,
  });
  const body = await bodyOf(tx, "infra");
  if (body.ok) await beginRole(tx, actor, { person, role: "admin", body: body.value, reason: "FIRST_ADMIN" });
}
