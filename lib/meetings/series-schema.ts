import { z } from "zod";
import { whatIsWrongWithRule } from "./recurrence";
import { capacity, clockTime, optionalDate, text, timeZone, version, where } from "./schema";

const seriesFields = {
  name: text("A name", 200).min(1, "Give it a name, such as “Board meeting”."),
  rule: z
    .string()
    .trim()
    .max(500)
    .superRefine((rule, context) => {
      const wrong = whatIsWrongWithRule(rule);
      if (wrong) context.addIssue({ code: "custom", message: wrong });
    }),
  startsAtTime: clockTime,
  timeZone,
  minutes: capacity.default(60),
  ...where,
  /** The last day on which it may have a meeting; null where it goes on. */
  endsOn: optionalDate,
};
const seriesKey = z
  .string()
  .trim()
  .regex(/^[a-z][a-z0-9-]{1,49}$/, "A key has small letters, digits and hyphens, such as “board”.");

export const createSeriesInput = z.object({
  key: seriesKey,
  /** Handle of the body that meets. */
  body: z.string().trim().min(1, "Say which body meets, such as “board”."),
  ...seriesFields,
});
export const changeSeriesInput = z.object({ key: seriesKey, version, ...seriesFields });

export const planSeriesInput = z.object({
  series: z.string().trim().min(1, "Choose a series."),
  count: z.coerce
    .number({ error: "Say how many meetings, as a number." })
    .int("Say how many meetings, as a whole number.")
    .min(1, "Plan at least 1 meeting.")
    .max(60, "Plan 60 meetings at most at once."),
});
