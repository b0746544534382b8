import { createHash, randomBytes } from "node:crypto";
import { noteRefusedSignIn } from "../audit/commands/note-sign-in";
import { now } from "../clock";
import { db } from "../db/client";
import { transact } from "../db/transaction";
import { env } from "../env";
import { enqueue } from "../outbox/enqueue";
import { done } from "../result";
import { backPath } from "./back-path";

/** Links that one address may ask for in an hour; more would be a nuisance to its owner. */
const mostPerHour = 5;

export function canSendMail(): boolean {
  return env().MAIL_URL !== undefined;
}

/**
 * Sends a link to the address of an account. Whether there is such an account is not said, neither by the answer nor by
 * its time: the mail is the outbox's work. The token is made by the worker, so that it stands in no row.
 */
export async function sendSignInLink(email: string, back: string): Promise<void> {
  const person = await db.person.findFirst({
    where: { email: email.trim().toLowerCase(), disabledAt: null, isPlaceholder: false, isDemo: false },
    select: { id: true },
  });
  await transact(async (tx) => {
    await enqueue(tx, "sign_in_link", { personId: person?.id ?? 0, back: backPath(back) });
    return done(null);
  });
}

export interface MadeLink {
  token: string;
  to: string;
  name: string;
}

/** Makes a link for somebody, for the mail that carries it; null where there is nobody, or they asked too often. */
export async function makeSignInLink(personId: number, back: string): Promise<MadeLink | null> {
  const person = await db.person.findFirst({
    where: { id: personId, disabledAt: null, email: { not: null } },
    select: { name: true, email: true },
  });
  if (!person?.email) return null;
  const since = new Date(now().getTime() - 3_600_000);
  if ((await db.signInLink.count({ where: { personId, createdAt: { gt: since } } })) >= mostPerHour)
    return null;
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(now().getTime() + env().SIGN_IN_LINK_MINUTES * 60_000);
  await db.signInLink.create({ data: { hash: hashOf(token), personId, back, createdAt: now(), expiresAt } });
  return { token, to: person.email, name: person.name };
}

/** What a link leads to, without using it up: mail programs look at links before people do. */
export async function findSignInLink(token: string): Promise<{ name: string; back: string } | null> {
  const link = await db.signInLink.findFirst({
    where: { hash: hashOf(token), ...usable() },
    select: { back: true, person: { select: { name: true } } },
  });
  return link && { name: link.person.name, back: link.back };
}

/** Uses a link up: of two at once one comes in. */
export async function redeemSignInLink(token: string): Promise<{ id: string; name: string } | null> {
  const hash = hashOf(token);
  const { count } = await db.signInLink.updateMany({ where: { hash, ...usable() }, data: { usedAt: now() } });
  if (count === 0) {
    await noteOldLink(hash);
    return null;
  }
  const link = await db.signInLink.findUniqueOrThrow({
    where: { hash },
    select: { person: { select: { id: true, name: true } } },
  });
  return { id: String(link.person.id), name: link.person.name };
}

/** A link that was used up or is over: whose it was, if it was one of ours. */
async function noteOldLink(hash: string): Promise<void> {
  const link = await db.signInLink.findUnique({ where: { hash }, select: { personId: true } });
  await noteRefusedSignIn("mail", "link", link?.personId);
}

function usable() {
  return { usedAt: null, expiresAt: { gt: now() }, person: { disabledAt: null } };
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
