import { done, type FieldError, type Result, refuse } from "../result";
import type { Timed } from "./capacity";

/** A slot is at least a minute and at most two hours to present; as much again for questions, or none. */
export const maxSlotMinutes = 120;

/**
 * Reads how much time is asked for, as people write it:
 *
 * - "10 to 15", "10-15", "between 10 and 15 minutes": the lower number is to present, and what is left up to the
 *   higher one is for questions: 10 + 5.
 * - "10 + 10", "10 minutes and 10 for questions": to present, and for questions.
 * - "15": all of it to present, nothing for questions.
 *
 * Minutes for questions that were given on their own (`questions`) win over those read from the text.
 */
export function minutesAsked(text: string, questions = ""): Result<Timed> {
  const read = readMinutes(plain(text));
  const qa = questions.trim() === "" ? undefined : readWhole(plain(questions));
  const errors: FieldError[] = [];
  if (typeof read === "string") errors.push({ path: "minutes", message: read });
  if (Number.isNaN(qa)) errors.push({ path: "questionMinutes", message: wholeNumber(questions) });
  if (typeof read === "string" || errors.length > 0) return invalid(errors);
  const minutes = { ...read, ...(qa !== undefined && { qaMinutes: qa }) };
  const wrong = whatIsWrongWithMinutes(minutes);
  return wrong.length > 0 ? invalid(wrong) : done(minutes);
}

/** Refuses minutes that no meeting could give, each at its field. */
export function whatIsWrongWithMinutes({ presentMinutes, qaMinutes }: Timed): FieldError[] {
  const errors: FieldError[] = [];
  if (presentMinutes < 1) {
    errors.push({ path: "minutes", message: "A presentation takes at least 1 minute." });
  } else if (presentMinutes > maxSlotMinutes) {
    errors.push({ path: "minutes", message: tooLong("A presentation", presentMinutes) });
  }
  if (qaMinutes < 0) {
    errors.push({ path: "questionMinutes", message: "Minutes for questions are 0 or more." });
  } else if (qaMinutes > maxSlotMinutes) {
    errors.push({ path: "questionMinutes", message: tooLong("Time for questions", qaMinutes) });
  }
  return errors;
}

/** Unit words and fillers carry no number: what is left are numbers and what stands between them. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/\bbetween (\d+)(?: ?m[a-z]*)? and /g, "$1 to ")
    .replace(
      /\b(about|around|for|of|the|to present|presentation|present|questions?|q\s*&\s*a|minutes?|mins?|m)\b/g,
      " ",
    )
    .replace(/(\d)(?:minutes?|mins?|m)\b/g, "$1")
    .replace(/[.,;]+\s*$/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

function readMinutes(text: string): Timed | string {
  if (/^[-−]\s*\d/.test(text)) return "Minutes cannot be negative; write something like “10 to 15”.";
  const [, sum, rest] = /^(\d{1,6}) ?(?:\+|plus|and|,) ?(\d{1,6})$/.exec(text) ?? [];
  if (sum && rest) return { presentMinutes: Number(sum), qaMinutes: Number(rest) };
  const [, from, to] = /^(\d{1,6}) ?(?:to|or|-|–|—|\.\.|…) ?(\d{1,6})$/.exec(text) ?? [];
  if (from && to) {
    if (Number(to) < Number(from)) return `“${from} to ${to}” goes backwards; write “${to} to ${from}”.`;
    return { presentMinutes: Number(from), qaMinutes: Number(to) - Number(from) };
  }
  const whole = readWhole(text);
  if (Number.isNaN(whole)) return wholeNumber(text);
  return { presentMinutes: whole, qaMinutes: 0 };
}

function readWhole(text: string): number {
  return /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
}

function wholeNumber(text: string): string {
  const given = text.trim()
    ? `“${text.trim().slice(0, 40)}” is not a number of minutes`
    : "Say how many minutes";
  return `${given}; write whole minutes, such as “10 to 15”, “10 + 10” or “15”.`;
}

function tooLong(what: string, minutes: number): string {
  return `${what} may take ${maxSlotMinutes} minutes; ${minutes} is more than a meeting can give.`;
}

function invalid(errors: FieldError[]): Result<never> {
  return refuse("invalid", "The minutes need another look. Nothing you typed is lost.", errors);
}
