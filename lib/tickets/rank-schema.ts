import { z } from "zod";
import { calendarDate } from "../calendar-date";
import { mostLabels, noLabel, readLabels, tooManyLabels } from "./labels";
import { priorities, sizes } from "./policy";

export const optionalDate = z
  .union([z.literal("").transform(() => null), z.null(), calendarDate], {
    error: ({ input }) => calendarDate.safeParse(input).error?.issues[0]?.message,
  })
  .default(null);

export const priority = z.enum(priorities, "Choose low, normal, high or urgent.");

/** Empty says nothing of it. */
export const size = z.union(
  [z.literal("").transform(() => null), z.null(), z.enum(sizes)],
  "Choose a size from XS to XL, or none.",
);

export const labels = z
  .string()
  .max(1_000, "Labels have at most 1,000 characters together.")
  .transform((text, context) => {
    const read = readLabels(text);
    if (read && read.length <= mostLabels) return read;
    context.addIssue({ code: "custom", message: read ? tooManyLabels(read.length) : noLabel });
    return z.NEVER;
  });
