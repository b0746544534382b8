import { z } from "zod";
import { calendarDate } from "../calendar-date";
import { mayLinkTo } from "../discussion/addresses";
import { keysOf } from "../keys-of";
import { isTimeZone, unknownZone } from "./local-time";
import { minutesAsked } from "./minutes-asked";
import { togetherSections } from "./together";
import { type OutlineKey, outlineParts, sectionLabels } from "./ui-text";

export const version = z.coerce.number().int().positive();
const id = z.coerce.number().int().positive().max(2_147_483_647);
export const proposalNumber = id;

export const text = (what: string, max: number) =>
  z
    .string()
    .trim()
    .max(max, `${what} may have ${max.toLocaleString("en")} characters; shorten it.`);
const note = text("A note", 2_000).default("");
const reason = text("A reason", 1_000).min(3, "Give a reason, in a sentence.");
/** Empty where the officers override nothing. */
const overrideReason = text("A reason", 1_000).default("");
/** Why the officers take a proposal that is not ready for the board; empty where it is. */
const unreadyReason = text("A reason", 1_000).default("");
export const optionalDate = z
  .union([z.literal("").transform(() => null), calendarDate])
  .nullable()
  .default(null);

const wholeMinutes = (what: string, max: number) =>
  z.coerce
    .number({ error: `${what} are a whole number.` })
    .int(`${what} are a whole number.`)
    .min(0, `${what} cannot be negative.`)
    .max(max, `${what} can be ${max} at most.`);

const minutesFields = {
  /** "10 to 15", "10 + 10", "15", or the minutes to present. */
  minutes: z.union([z.string(), z.number()]).transform(String),
  /** Minutes for questions, where they were given on their own. */
  questionMinutes: z.union([z.string(), z.number()]).transform(String).default(""),
};

/** Reads the two fields of minutes into the minutes to present and those for questions. */
function readMinutes<T extends { minutes: string; questionMinutes: string }>(
  given: T,
  context: z.RefinementCtx,
) {
  const { minutes, questionMinutes, ...rest } = given;
  const read = minutesAsked(minutes, questionMinutes);
  if (read.ok) return { ...rest, ...read.value };
  for (const error of read.refusal.errors ?? []) {
    context.addIssue({ code: "custom", path: [error.path], message: error.message });
  }
  return z.NEVER;
}

export const requestSlotInput = z
  .object({
    number: proposalNumber,
    ...minutesFields,
    note,
    constraints: text("This", 1_000).default(""),
    earliestOn: optionalDate,
    latestOn: optionalDate,
  })
  .refine(({ earliestOn, latestOn }) => !earliestOn || !latestOn || earliestOn <= latestOn, {
    path: ["latestOn"],
    message: "The latest date is before the earliest; swap them, or leave one empty.",
  })
  .transform(readMinutes);

const terms = { number: proposalNumber, version, meeting: calendarDate, ...minutesFields, note };
export const counterSlotInput = z.object(terms).transform(readMinutes);
export const offerSlotInput = z.object({ ...terms, overrideReason, unreadyReason }).transform(readMinutes);

export const acceptSlotInput = z.object({ number: proposalNumber, version });
export const acceptCounterInput = acceptSlotInput.extend({ overrideReason, unreadyReason });
export const declineSlotInput = acceptSlotInput.extend({ reason });
export const withdrawSlotInput = acceptSlotInput.extend({ reason: text("A reason", 1_000).default("") });

export const clockTime = z
  .string()
  .trim()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Give a time of day such as 20:00.");
export const timeZone = z
  .string()
  .trim()
  .superRefine((zone, context) => {
    if (!isTimeZone(zone)) context.addIssue({ code: "custom", message: unknownZone(zone) });
  });
export const capacity = wholeMinutes("The minutes of a meeting", 600).min(
  1,
  "A meeting has at least 1 minute.",
);

export const createMeetingInput = z.object({
  date: calendarDate,
  time: clockTime,
  timeZone,
  title: text("A title", 200).min(1, "Give it a title, such as “Board meeting”."),
  capacityMinutes: capacity.default(60),
  place: text("A place", 500).default(""),
  /** Key of the series it belongs to; empty where it stands alone. */
  series: text("A key", 100).default(""),
});

export const callAudiences = {
  everybody: "Everybody",
  signed_in: "Everybody who has signed in",
  participants: "The board and who presents",
} as const;

/** Where a meeting is, and whom the way to join it from elsewhere is shown to. */
export const where = {
  place: text("A place", 500).default(""),
  callLink: text("A link", 2_000)
    .refine((link) => link === "" || (/^https?:/i.test(link) && mayLinkTo(link)), {
      error: "A call is joined by a web address that begins with https://.",
    })
    .default(""),
  callFor: z.enum(keysOf(callAudiences), "Say who may see the link.").default("everybody"),
};

export const changeMeetingInput = z.object({
  /** The date under which it is known now. */
  date: calendarDate,
  version,
  newDate: calendarDate,
  time: clockTime,
  title: text("A title", 200).min(1, "Give it a title, such as “Board meeting”."),
  capacityMinutes: capacity,
  ...where,
  reason: text("A reason", 1_000).default(""),
});

const meetingVersion = { date: calendarDate, version };
export const publishAgendaInput = z.object(meetingVersion);
export const cancelMeetingInput = z.object({ ...meetingVersion, reason });

/** A box that was ticked sends "on"; one that was not sends nothing. */
const ticked = z
  .union([z.literal("on"), z.boolean()])
  .optional()
  .transform((value) => value === "on" || value === true);

const sections = keysOf(sectionLabels);

export const placeItemInput = z.object({
  date: calendarDate,
  section: z.enum(sections, "Choose a section of the agenda.").default("new"),
  title: text("A title", 200).default(""),
  /** The proposal that it is about; empty for an item of its own. */
  proposal: z
    .union([z.literal("").transform(() => null), proposalNumber])
    .nullable()
    .default(null),
  /** Handle of who presents it; empty where nobody does. */
  presenter: text("A name", 100).default(""),
  presentMinutes: wholeMinutes("Minutes", 300).min(1, "An item takes at least 1 minute."),
  qaMinutes: wholeMinutes("Minutes for questions", 300).default(0),
  overrideReason,
  unreadyReason,
  isBreak: ticked,
  /** What it was suggested from; empty where an officer thought of it. */
  source: z
    .string()
    .regex(
      /^(minutes:\d{4}-\d{2}-\d{2}|line:\d{1,10}|proposal:\d{1,10}|ticket:\d{1,9})?$/,
      "This is nothing that was suggested.",
    )
    .default(""),
});

export const replyToMeetingInput = z.object({
  date: calendarDate,
  answer: z.enum(["attends", "regrets"], "Say whether you come: attends or regrets."),
});

/** Who presents instead: a handle such as @ada. */
export const handOverItemInput = z.object({
  itemId: id,
  version,
  presenter: z.string().trim().min(1, "Say who presents it, such as @ada.").max(100),
});

export const changeItemInput = z.object({
  itemId: id,
  version,
  section: z.enum(sections, "Choose a section of the agenda."),
  title: text("A title", 200).min(1, "Give the item a title."),
  presentMinutes: wholeMinutes("Minutes", 300).min(1, "An item takes at least 1 minute."),
  qaMinutes: wholeMinutes("Minutes for questions", 300).default(0),
  overrideReason,
});

export const pullItemInput = z.object({ itemId: id, reason: text("A reason", 1_000).default("") });
export const adoptTogetherInput = z.object({
  date: calendarDate,
  section: z.enum(
    keysOf(togetherSections),
    "Only consent items, and those to be closed, are dealt with together.",
  ),
});

export const reorderItemInput = z.object({ itemId: id, direction: z.enum(["up", "down"]) });
const ids = z
  .string()
  .regex(/^\d{1,10}(,\d{1,10}){0,199}$/, "This is no order of items.")
  .transform((list) => list.split(",").map(Number));
export const orderItemsInput = z.object({
  itemId: id,
  /** The item before which it goes; empty for the end of its section. */
  before: z.union([z.literal("").transform(() => null), id]),
  /** The section's items in the order that the person saw. */
  seen: ids,
});
export const withdrawItemInput = z.object({ itemId: id, version, reason });

const outlineFields = Object.fromEntries(
  outlineParts.map(({ key, title }) => [key, text(`“${title}”`, 20_000).default("")]),
) as Record<OutlineKey, z.ZodDefault<z.ZodString>>; // Object.fromEntries forgets the keys
export const updateOutlineInput = z.object({
  itemId: id,
  version,
  /** Stays as it is where it is not given. */
  note: text("A note", 2_000).optional(),
  ...outlineFields,
});
