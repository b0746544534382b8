import { z } from "zod";

/** What the claims of a provider are called, from the settings. */
export interface ClaimNames {
  handle: string;
  name: string;
  email: string;
  zone: string;
  groups: string;
}

/** Somebody as a provider describes them. */
export interface Claimed {
  /** Who they are at the issuer, for good: handles change, this does not. */
  subject: string;
  handle: string;
  name: string;
  /** In small letters; only where the provider does not say that it is unproven. */
  email: string | null;
  timeZone: string | null;
  groups: string[];
}

const text = (most: number) => z.string().trim().min(1).max(most);

/**
 * Reads the claims under the names of the settings. Null where there is no subject or no handle: without them nobody
 * can be told apart. What is there and odd (a number for a name, a group with a space) is left out, not trusted.
 */
export function readClaims(claims: Record<string, unknown>, names: ClaimNames): Claimed | null {
  const subject = text(300).safeParse(claims.sub);
  const handle = text(100)
    .regex(/^[\w.-]+$/)
    .safeParse(claims[names.handle]);
  if (!subject.success || !handle.success) return null;
  const name = text(200).safeParse(claims[names.name]);
  const email = claims.email_verified === false ? null : z.email().max(300).safeParse(claims[names.email]);
  const groups = z.array(z.unknown()).max(2_000).safeParse(claims[names.groups]);
  return {
    subject: subject.data,
    handle: handle.data,
    name: name.success ? name.data.replaceAll(/\s+/g, " ") : handle.data,
    email: email?.success ? email.data.toLowerCase() : null,
    timeZone: zoneOf(claims[names.zone]),
    groups: groups.success
      ? groups.data.filter(
          (group): group is string => typeof group === "string" && /^[\w.-]{1,200}$/.test(group),
        )
      : [],
  };
}

function zoneOf(value: unknown): string | null {
  if (typeof value !== "string") return null;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: value }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}
