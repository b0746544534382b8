import { z } from "zod";
import { keysOf } from "../keys-of";
import { positionLabels, ruleLabels } from "./ballot-ui-text";
import { recordText } from "./schema";
import { outcomeLabels } from "./ui-text";

const id = z.coerce.number().int().positive().max(2_147_483_647);
const handle = z.string().trim().max(100).default("");

const motionText = recordText(5_000, "A motion").pipe(
  z.string().min(3, "Write the motion as it will be voted on, such as “To approve asks 1 and 2.”"),
);
const outcome = z.enum(["", ...keysOf(outcomeLabels)], "Choose what is decided if it carries.").default("");
const rule = z.enum(keysOf(ruleLabels), "Choose the rule it is decided by.");

/** A motion before the open item of a meeting, or on a proposal outside of one. */
export const makeMotionInput = z.object({
  itemId: z.union([z.literal(""), id]).default(""),
  proposal: z.union([z.literal(""), id]).default(""),
  text: motionText,
  outcome,
  rule,
  /** Handles of directors; an officer may write down for whom. */
  mover: handle,
  seconder: handle,
});
export type MotionInput = z.output<typeof makeMotionInput>;

export const ballotMoveInput = z.object({ ballot: id, version: id });
export const secondMotionInput = ballotMoveInput.extend({ seconder: handle });
export const amendMotionInput = ballotMoveInput.extend({ text: motionText, outcome, rule });

const reason = recordText(2_000, "A reason");

export const callOffInput = ballotMoveInput.extend({
  reason: reason.pipe(z.string().min(3, "Say why: everybody who voted will read it.")),
});

export const markCriticalInput = ballotMoveInput.extend({ critical: z.enum(["yes", "no"]) });

const value = z.enum(keysOf(positionLabels), "Choose +1, 0 or −1, or abstain or recuse.");
/** How many positions of this person its writer saw: two at once have one winner. */
const seen = z.coerce.number().int().min(0).max(100_000).default(0);
const noReason = "A −1 needs a reason: say what stands in the way, and what would change it.";

const position = z.object({ value, reason: reason.default(""), seen });

export const takePositionInput = position
  .extend({
    ballot: id,
    /** Whose it is, where an officer writes it down: a handle. */
    person: handle,
  })
  .refine((given) => given.value !== "against" || given.reason !== "", { path: ["reason"], error: noReason });
export type PositionInput = z.output<typeof takePositionInput>;

/** One row for each who was called; who was passed over is not in it. */
export const rollCallInput = z.object({
  ballot: id,
  positions: z
    .array(
      position
        .extend({ person: z.string().trim().min(1).max(100) })
        .refine((given) => given.value !== "against" || given.reason !== "", {
          path: ["reason"],
          error: noReason,
        }),
    )
    .min(1, "Nobody has answered yet: choose a position for at least one person.")
    .max(100),
});

/** Reads `value.<handle>`, `reason.<handle>` and `seen.<handle>`; rows without an answer are left out. */
export function readRollCall(values: Record<string, string>): Record<string, unknown> {
  return { ballot: values.ballot, positions: calledIn(values).map((person) => rowOf(values, person)) };
}

/** The field that an error's path speaks of: `positions.0.reason` is the reason of the first who answered. */
export function fieldOfRollCall(path: string, values: Record<string, string>): string {
  const [, index, field] = /^positions\.(\d+)\.(\w+)$/.exec(path) ?? [];
  const person = index === undefined ? undefined : calledIn(values)[Number(index)];
  return person ? `${field}.${person}` : path;
}

function calledIn(values: Record<string, string>): string[] {
  return Object.entries(values)
    .filter(([name, answer]) => name.startsWith("value.") && answer !== "")
    .map(([name]) => name.slice("value.".length));
}

function rowOf(values: Record<string, string>, person: string) {
  return {
    person,
    value: values[`value.${person}`],
    reason: values[`reason.${person}`] ?? "",
    seen: values[`seen.${person}`] ?? "0",
  };
}
