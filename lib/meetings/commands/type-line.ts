import type { z } from "zod";
import { now } from "../../clock";
import { transact } from "../../db/transaction";
import { notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { dueDateFinder } from "../due-words";
import { holdSession } from "../held-session";
import { readLine } from "../line-syntax";
import { type typeLineInput, writeLineInput } from "../session-schema";
import { type Written, writeHeldLine } from "./write-line";

/** Writes a line as it was typed: its mark says the kind, an ACTION names its owner and a date in words. */
export async function typeLine(
  actor: Actor,
  { date, itemId, typed, clientKey }: z.output<typeof typeLineInput>,
): Promise<Result<Written>> {
  if (actor.kind !== "person") return refuse("signed_out", "Sign in to write the record.");
  return transact(async (tx) => {
    const held = await holdSession(tx, actor, itemId);
    if (!held.ok) return held;
    if (date && date !== held.value.meeting.date) return notFound("agenda item");
    const read = readLine(typed, dueDateFinder(now(), held.value.meeting.timeZone));
    const input = writeLineInput.safeParse({ itemId, ...read, clientKey });
    if (!input.success) return nothingSaid;
    const written = await writeHeldLine(tx, actor, held.value, input.data);
    return written.ok || !written.refusal.errors ? written : asTyped(written.refusal.message);
  });
}

const nothingSaid = asTyped("There is only a mark: write what was said after it.");

/** There is one field: whatever is wrong is said at it. */
export function asTyped(message: string) {
  return refuse("invalid", message, [{ path: "typed", message }]);
}
