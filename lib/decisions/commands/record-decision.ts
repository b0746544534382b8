import { transact } from "../../db/transaction";
import { holdSession } from "../../meetings/held-session";
import { done, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { missingIn } from "../effects";
import { mayRecordDecision, onlyChairRecords } from "../policy";
import type { DecisionInput } from "../schema";
import { ballotBehind } from "./ballot-behind";
import { resolveNames } from "./resolve-names";
import { settleItem } from "./settle-item";

/**
 * Records what the meeting decided on the item it has before it (DOMAIN 4); never edited afterwards.
 * A proposal that goes back to discussion is not booked again: the next meeting is noted, and a slot is asked for
 * anew, so that its time is weighed against that meeting's agenda like everybody's (ADR on carried items).
 */
export async function recordDecision(
  actor: Actor,
  input: DecisionInput,
): Promise<Result<{ date: string; itemId: number; decisionId: number }>> {
  return transact(async (tx) => {
    const held = await holdSession(tx, actor, input.itemId);
    if (!held.ok) return held;
    const { meeting, item } = held.value;
    if (!mayRecordDecision(actor)) return refuse("forbidden", onlyChairRecords);
    if (item.facts.status !== "open") {
      return refuse(
        "refused",
        "Open the item first: a decision is recorded on what the meeting has before it.",
      );
    }
    if (item.proposalId === null && item.ticketId === null) {
      return refuse(
        "refused",
        "This item has no proposal and no ticket: write what was agreed as an AGREED line.",
      );
    }
    const ballotId = await ballotBehind(tx, item, input.outcome);
    if (!ballotId.ok) return ballotId;
    const missing = missingIn(input);
    if (missing) return refuse("invalid", missing.message, [missing]);
    const names = await resolveNames(tx, input, meeting);
    if (!names.ok) return names;
    const { outcome, method, text, reviewOn } = input;
    const settled = await settleItem(tx, actor, item, {
      outcome,
      method,
      text,
      reviewOn: reviewOn || null,
      ballotId: ballotId.value,
      ...names.value,
    });
    if (!settled.ok) return settled;
    return done({ date: meeting.date, itemId: item.id, decisionId: settled.value.decisionId });
  });
}
