import { z } from "zod";
import { calendarDate } from "../calendar-date";
import { recordText } from "../decisions/schema";

const id = z.coerce.number().int().positive().max(2_147_483_647);
const moves = ["go_on", "get_stuck", "finish", "drop", "reopen"] as const;

/** The line of the minutes that it is, and the version that the person saw: 0 where nobody has reported yet. */
const action = z.object({
  lineId: id,
  version: z.coerce.number().int().min(0).max(2_147_483_647),
  /** The meeting on whose page the form stood, to come back to it. */
  meeting: z.union([z.literal(""), calendarDate]).default(""),
});

export const reportActionInput = action.extend({
  move: z.enum(moves, "Choose how it stands: on its way, stuck or done."),
  note: recordText(4_000, "A report").default(""),
});

export const reassignActionInput = action.extend({
  owner: z.string().trim().min(1, "Name a person such as @ada, or a body such as infra.").max(100),
  dueOn: z.union([z.literal(""), calendarDate]).default(""),
  reason: recordText(4_000, "A reason").default(""),
});
