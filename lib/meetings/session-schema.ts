import { z } from "zod";
import { calendarDate } from "../calendar-date";
import { recordText } from "../decisions/schema";
import { keysOf } from "../keys-of";
import { lineLabels } from "./action-line";

const id = z.coerce.number().int().positive().max(2_147_483_647);
const name = z.string().trim().max(100).default("");
const optionalDate = z.union([z.literal(""), calendarDate]).default("");

/** A meeting is named by its date; the version is that of the page the person saw. */
export const meetingMoveInput = z.object({ date: calendarDate, version: id });
export const itemMoveInput = z.object({ itemId: id, version: id });

export const attendanceStates = ["present", "late", "absent", "regrets"] as const;

/** What can be said of one person at the roll call and after it. */
export const attendanceDeeds = [...attendanceStates, "left", "returned"] as const;
export type AttendanceDeed = (typeof attendanceDeeds)[number];

export const markAttendanceInput = z.object({
  date: calendarDate,
  /** With or without the @ before it. */
  handle: z
    .string()
    .trim()
    .transform((handle) => handle.replace(/^@/, ""))
    .pipe(z.string().min(1, "Give a handle such as @ada.").max(100, "Give a handle such as @ada.")),
  deed: z.enum(attendanceDeeds, "Choose present, late, absent, regrets, left or returned."),
});

export const attendanceInput = z.object({
  date: calendarDate,
  people: z
    .array(
      z.object({
        handle: z.string().trim().min(1).max(100),
        state: z.enum(attendanceStates, "Choose present, late, absent or regrets."),
      }),
    )
    .max(500, "Attendance has room for 500 people."),
  /** Handles of guests who came without being announced. */
  walkOns: z.array(z.string().max(100)).max(100, "Add at most 100 guests at once.").default([]),
});

/** Reads `state.<handle>` fields, those left at “not recorded” left out, and the walk-ons' handles. */
export function readAttendanceForm(values: Record<string, string>): Record<string, unknown> {
  const people = Object.entries(values)
    .filter(([name, state]) => name.startsWith("state.") && state !== "")
    .map(([name, state]) => ({ handle: name.slice("state.".length), state }));
  const walkOns = (values.walkOns ?? "").split(/[\s,;]+/).filter(Boolean);
  return { date: values.date, people, walkOns };
}

export const lineLimit = 20_000;

/** Made by the writer's browser: under it a line is written once, however often it is sent. */
const clientKey = z
  .string()
  .regex(/^[A-Za-z0-9-]{8,64}$/, "This is no key of a line.")
  .optional();

export const writeLineInput = z.object({
  itemId: id,
  kind: z.enum(keysOf(lineLabels), "Choose what kind of line this is."),
  text: recordText(lineLimit, "A line of the minutes").pipe(z.string().min(1, "Write the line first.")),
  /** Of an ACTION: `@person` or a body's handle. */
  owner: name,
  dueOn: optionalDate,
  clientKey,
});

/** A line as it is typed, mark and all: lib/meetings/line-syntax.ts reads it. */
export const typeLineInput = z.object({
  /** Of the meeting, where the address names one: the item has to stand on its agenda. */
  date: calendarDate.optional(),
  itemId: id,
  typed: recordText(lineLimit, "A line of the minutes").pipe(z.string().min(1, "Write the line first.")),
  clientKey,
});

export const editLineInput = z.object({
  lineId: id,
  revision: id,
  typed: recordText(lineLimit, "A line of the minutes").pipe(
    z.string().min(1, "A line cannot be emptied; strike it instead."),
  ),
});

export const strikeLineInput = z.object({ lineId: id, revision: id, strike: z.enum(["yes", "no"]) });

/** What becomes of a question that was asked under an item, when the item closes. */
export const questionFates = ["unanswered", "answered", "open"] as const;
const fates = z.record(z.string().regex(/^\d{1,10}$/), z.enum(questionFates)).default({});
export const closeItemInput = itemMoveInput.extend({ questions: fates });

/** On to the next item: from the one that was seen open, if any. */
export const nextItemInput = z.object({
  date: calendarDate,
  from: z.union([z.literal("").transform(() => null), id]).nullable(),
  questions: fates,
});

/** `question.<line>` fields of a closing item. */
export function readFates(values: Record<string, string>): Record<string, unknown> {
  const questions = Object.entries(values)
    .filter(([field]) => field.startsWith("question."))
    .map(([field, fate]) => [field.slice("question.".length), fate]);
  return { ...values, questions: Object.fromEntries(questions) };
}

export const placeInput = z.object({ date: calendarDate, itemId: id });
export const questionsInput = z.object({ itemId: id });
export const addMinutesInput = z.object({
  itemId: id,
  minutes: z.coerce
    .number()
    .int()
    .min(1, "Give at least 1 minute.")
    .max(60, "Give at most 60 minutes at once."),
  /** When the page that gave it was made: pressed twice, it is given once. */
  ofTotal: z.coerce.number().int().min(0).max(1200),
});
export const executiveInput = z.object({ date: calendarDate });
export const ticketOfLineInput = z.object({ lineId: id });

export const assignActionInput = z.object({
  lineId: id,
  owner: z.string().trim().min(1, "Name a person such as @ada, or a body such as infra.").max(100),
  dueOn: optionalDate,
});

export const adjournInput = meetingMoveInput.extend({
  /** Who takes on what ends without a decision; the secretary unless named. */
  followUp: name,
  /** Where what was not discussed goes; whatever is not named, to the next meeting of the series. */
  choices: z
    .array(
      z.object({
        itemId: id,
        to: z.union([z.enum(["next", "off"]), calendarDate]),
        reason: z.string().trim().max(2_000, "A reason may have 2,000 characters.").default(""),
      }),
    )
    .max(500)
    .default([]),
});

/** Reads `to.<item>` and `reason.<item>` fields. */
export function readAdjournForm(values: Record<string, string>): Record<string, unknown> {
  const choices = Object.entries(values)
    .filter(([field, to]) => field.startsWith("to.") && to !== "")
    .map(([field, to]) => {
      const itemId = field.slice("to.".length);
      return { itemId, to, reason: values[`reason.${itemId}`] ?? "" };
    });
  return { ...values, choices };
}

/** `choices.2.to` is the field `to.<item>` of the form. */
export function fieldOfAdjournForm(path: string, values: Record<string, string>): string {
  const [, place, part] = /^choices\.(\d+)\.(to|reason)$/.exec(path) ?? [];
  if (!part) return path;
  const fields = Object.keys(values).filter((field) => field.startsWith("to.") && values[field] !== "");
  return `${part}.${(fields[Number(place)] ?? "to.").slice("to.".length)}`;
}

export const publishMinutesInput = meetingMoveInput.extend({
  /** Ticked where the officers publish in spite of warnings. */
  confirmed: z.literal("on").optional(),
});
