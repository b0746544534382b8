import { z } from "zod";
import { whatIsWrongWithDate } from "../calendar-date";
import { keysOf } from "../keys-of";
import { type AuditKind, auditKinds, auditSubjects } from "./kinds";

export interface AuditFilter {
  /** Handle of who did it, or whom it concerns. */
  person?: string | undefined;
  kind?: AuditKind | undefined;
  /** Days, the first and the last, in UTC. */
  from?: string | undefined;
  to?: string | undefined;
  /** What it was done to: "token 12". */
  about?: string | undefined;
}

const kinds = keysOf(auditKinds);
const aboutPattern = new RegExp(`^(${Object.keys(auditSubjects).join("|")}) ([1-9]\\d{0,8})$`, "i");

const day = z.string().superRefine((text, context) => {
  const wrong = whatIsWrongWithDate(text);
  if (wrong) context.addIssue({ code: "custom", message: wrong });
});

/** What the audit is narrowed to; all conditions hold together. */
export const auditFilterFields = {
  person: z
    .string()
    .transform((text) =>
      text
        .replaceAll(/\p{Cc}+/gu, " ")
        .trim()
        .replace(/^@/, ""),
    )
    .pipe(z.string().min(1).max(100))
    .optional(),
  kind: z.enum(kinds).optional(),
  from: day.optional(),
  to: day.optional(),
  about: z
    .string()
    .trim()
    .regex(aboutPattern, `Such as “token 12”: ${Object.keys(auditSubjects).join(", ")}, and a number.`)
    .optional(),
};

export interface AuditAddress {
  filter: AuditFilter;
  cursor?: string;
  /** What stood in the address and makes no sense, by the field's name. */
  wrong: Partial<Record<keyof AuditFilter, string>>;
}

/** Reads the address of the page. A field that is empty is not there; one that makes no sense is said to be so. */
export function readAuditAddress(search: Record<string, unknown>): AuditAddress {
  const address: AuditAddress = { filter: {}, wrong: {} };
  for (const [name, schema] of Object.entries(auditFilterFields)) {
    const given = [search[name]].flat()[0];
    if (given === undefined || given === "") continue;
    const read = schema.safeParse(given);
    const field = name as keyof AuditFilter; // one of the object's own keys
    if (read.success) Object.assign(address.filter, { [field]: read.data });
    else address.wrong[field] = read.error.issues[0]?.message ?? "This makes no sense here.";
  }
  const [cursor] = [search.cursor].flat();
  return typeof cursor === "string" && cursor !== ""
    ? { ...address, cursor: cursor.slice(0, 1_000) }
    : address;
}

/** The address of the page with that filter. */
export function auditHref(filter: AuditFilter, cursor?: string, path = "/admin/audit"): string {
  const given = Object.entries({ ...filter, cursor }).filter(([, value]) => value !== undefined);
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return query ? `${path}?${query}` : path;
}

/** The subject and the number that "token 12" names. */
export function subjectOf(about: string): { subject: string; id: number } | undefined {
  const [, word = "", id] = aboutPattern.exec(about) ?? [];
  const subject = auditSubjects[word.toLowerCase() as keyof typeof auditSubjects]; // matched on the line before
  return subject && { subject, id: Number(id) };
}

/** How an entry's subject is named in the search; undefined for what has no number. */
export function aboutText(subject: string, id: number | null): string | undefined {
  const [word] = Object.entries(auditSubjects).find(([, each]) => each === subject) ?? [];
  return word && id !== null ? `${word} ${id}` : undefined;
}
