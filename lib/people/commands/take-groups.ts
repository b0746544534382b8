import { now } from "../../clock";
import { db, Prisma } from "../../db/client";
import { transact } from "../../db/transaction";
import { done, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import type { RoleByGroup } from "../group-rules";
import { holdPerson } from "../held-person";
import { syncGroups } from "../sync-groups";

const actor: Actor = { kind: "system", name: "the account system" };

/** An account whose groups are to be asked for again. */
export interface DueAccount {
  id: number;
  subject: string;
  sealedToken: string;
}

/** The account that waits longest, put off until `askAt` by the same statement: of two servers one takes it. */
export async function takeDueAccount(issuer: string, askAt: Date): Promise<DueAccount | undefined> {
  const [due] = await db.$queryRaw<DueAccount[]>(Prisma.sql`
    UPDATE "SignInAccount" SET "askAt" = ${askAt} WHERE "id" = (
      SELECT a."id" FROM "SignInAccount" a JOIN "Person" p ON p."id" = a."personId"
      WHERE a."issuer" = ${issuer} AND a."askAt" <= ${now()} AND p."disabledAt" IS NULL
      ORDER BY a."askAt", a."id" LIMIT 1 FOR UPDATE OF a SKIP LOCKED)
    RETURNING "id", "subject", "sealedToken"`);
  return due;
}

/** Keeps the token that replaces an account's; false where a sign-in brought a newer one meanwhile. */
export async function keepToken({ id, sealedToken }: DueAccount, next: string): Promise<boolean> {
  const { count } = await db.signInAccount.updateMany({
    where: { id, sealedToken },
    data: { sealedToken: next },
  });
  return count > 0;
}

/** What the provider told of somebody. */
interface Told {
  groups: string[];
  roles: readonly RoleByGroup[];
  askedAt: Date;
  /** When it is to be asked next. */
  askAt: Date;
}

/**
 * Takes over what somebody's groups give by what the provider said at `askedAt`. What a sign-in brought since then is
 * newer, and stays.
 */
export async function takeGroups(
  accountId: number,
  { groups, roles, askedAt, askAt }: Told,
): Promise<Result<{ taken: boolean }>> {
  return transact<{ taken: boolean }>(async (tx) => {
    const account = await tx.signInAccount.findUniqueOrThrow({
      where: { id: accountId },
      select: { person: { select: { handle: true } } },
    });
    const person = await holdPerson(tx, account.person.handle);
    if (!person || person.disabledAt) return done({ taken: false });
    const { count } = await tx.signInAccount.updateMany({
      where: { id: accountId, groupsAt: { lte: askedAt }, sealedToken: { not: null } },
      data: { groups, groupsAt: now(), askAt },
    });
    if (count === 0) return done({ taken: false });
    await syncGroups(tx, actor, person, roles);
    return done({ taken: true });
  });
}

/**
 * The provider tells nothing about somebody any more: the token is thrown away, which the history says. Their roles
 * stay; whoever looks after people is told.
 */
export async function endToken(
  { id, sealedToken }: DueAccount,
  reason: string,
): Promise<Result<{ person: string }>> {
  return transact(async (tx) => {
    const { count } = await tx.signInAccount.updateMany({
      where: { id, sealedToken },
      data: { sealedToken: null, askAt: null },
    });
    if (count === 0) return refuse("conflict", "They have signed in meanwhile.");
    const { person } = await tx.signInAccount.findUniqueOrThrow({
      where: { id },
      select: { person: { select: { id: true, handle: true, name: true } } },
    });
    await record(tx, actor, {
      type: "person.groups_untold",
      subject: "person",
      subjectId: person.id,
      data: { personId: person.id, handle: person.handle, person: person.name, reason },
    });
    return done({ person: person.handle });
  });
}

/** Throws away what was kept, where groups are not asked for any more. */
export async function forgetTokens(): Promise<void> {
  const none = { sealedToken: null, askAt: null };
  await db.signInAccount.updateMany({ where: { sealedToken: { not: null } }, data: none });
}
