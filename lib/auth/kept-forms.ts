import { randomBytes } from "node:crypto";
import { cache } from "react";
import { now } from "../clock";
import { db } from "../db/client";
import { withoutPrivateKeys } from "../private-keys";

const keptHours = 24;

/**
 * Keeps what was typed into a form whose session had ended, but no private key. The id is unguessable and known to that
 * browser only.
 */
export async function keepForm(form: string, path: string, values: Record<string, string>): Promise<string> {
  const id = randomBytes(24).toString("base64url");
  const expiresAt = new Date(now().getTime() + keptHours * 3_600_000);
  await db.keptForm.deleteMany({ where: { expiresAt: { lt: now() } } });
  await db.keptForm.create({ data: { id, form, path, values: withoutPrivateKeys(values), expiresAt } });
  return id;
}

/** What was kept, for the form of that name; undefined where there is nothing or it is too old. */
export async function findKeptForm(
  id: string | undefined,
  form: string,
): Promise<Record<string, string> | undefined> {
  const kept = id ? await findKept(id) : null;
  if (kept?.form !== form) return undefined;
  return kept.values as Record<string, string>; // written by keepForm, which takes only this shape
}

/** Each form of a page asks for itself: the row is read once per request. */
const findKept = cache(async (id: string) =>
  db.keptForm.findFirst({
    where: { id, expiresAt: { gt: now() } },
    select: { form: true, values: true },
  }),
);
