import { z } from "zod";
import { calendarDate } from "../calendar-date";
import { recordText } from "../decisions/schema";

const id = z.coerce.number().int().positive().max(2_147_483_647);
const optionalId = z.union([z.literal(""), id]).default("");
/** 0 where nothing is there yet. */
const version = z.coerce.number().int().min(0).max(2_147_483_647);

export const commentOnMinutesInput = z.object({
  date: calendarDate,
  /** The item that it is about; empty for the minutes as a whole. */
  itemId: optionalId,
  /** The comment that it answers. */
  parentId: optionalId,
  text: recordText(10_000, "A comment").pipe(z.string().min(1, "Write the comment first.")),
});

export const moveMinutesCommentInput = z.object({
  commentId: id,
  version: id,
  move: z.enum(["resolve", "reopen"], "Choose what becomes of the comment."),
  resolution: recordText(4_000, "What was done").default(""),
});

export const writeNoteInput = z.object({
  date: calendarDate,
  /** Empty for the preface. */
  itemId: optionalId,
  version,
  /** Empty: the note goes away. */
  text: recordText(10_000, "A note").default(""),
});

/** What an amendment corrects, as one field: "minutes", "item-12", "line-340". */
const target = z
  .string()
  .regex(/^(minutes|(item|line)-[1-9]\d{0,8})$/, "Choose what is corrected: the minutes, an item, or a line.")
  .transform((text) => {
    const [kind, number] = text.split("-");
    return {
      itemId: kind === "item" ? Number(number) : null,
      lineId: kind === "line" ? Number(number) : null,
    };
  });

export const amendMinutesInput = z.object({
  date: calendarDate,
  target,
  text: recordText(20_000, "A correction").default(""),
  reason: recordText(4_000, "A reason").pipe(z.string().min(1, "Say why the minutes are amended.")),
});
