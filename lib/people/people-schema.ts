import { z } from "zod";
import { calendarDate } from "../calendar-date";
import { lineUpTo, positiveId, textUpTo } from "../plain-input";
import { roles } from "../workflow/actor";

const handle = lineUpTo(100, "A handle")
  .transform((text) => text.replace(/^@/, ""))
  .pipe(z.string().min(1, "Name somebody, such as @ada."));
const body = lineUpTo(100, "A body").pipe(z.string().min(1, "Name a body, such as board."));
const role = z.enum(roles, `Choose a role: ${roles.join(", ")}.`);
const reason = textUpTo(2_000, "A reason").default("");

/** The last day of a term; empty where none is set. */
const termEnds = z.union([z.literal(""), calendarDate]).default("");

export const roleGrantInput = z.object({ person: handle, role, body, termEnds });

export const setTermInput = z.object({ person: handle, role, body, termEnds });

/** A role that somebody held before the portal knew of it. */
export const pastRoleInput = z
  .object({ person: handle, role, body, since: calendarDate, until: calendarDate })
  .refine(({ since, until }) => since < until, {
    path: ["until"],
    error: "It has to end after it began.",
  });

export const endRoleInput = z.object({ person: handle, role, body, reason });

export const accountInput = z.object({ person: handle, reason });

/** Somebody who may sign in from now on, before they have been here. */
export const addPersonInput = z.object({
  handle: handle.pipe(
    z.string().regex(/^[\w.-]{1,100}$/, "Use letters, digits, dots, dashes and underscores, such as ada.l."),
  ),
  name: lineUpTo(200, "A name").pipe(z.string().min(1, "Give their name.")),
  email: z
    .union([z.literal(""), z.email("Give an address such as ada@example.org.").max(300)])
    .default("")
    .transform((text) => text.toLowerCase()),
});

/** What somebody says of themself. */
export const profileInput = z.object({
  version: positiveId,
  name: lineUpTo(200, "A name").pipe(z.string().min(1, "Say how you want to be called.")),
  pronouns: lineUpTo(60, "Pronouns").default(""),
  timeZone: z.string().trim().refine(isTimeZone, "Give a time zone by its name, such as Europe/Amsterdam."),
});

/** One of one's sessions by its key, or all of them. */
export const revokeSessionInput = z.object({ session: z.string().trim().min(1).max(40) });

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
