import type { z } from "zod";
import { now } from "../../clock";
import { type Tx, transact } from "../../db/transaction";
import { findPerson } from "../../decisions/commands/resolve-names";
import { settleItem } from "../../decisions/commands/settle-item";
import { ballotGoesOnText, noDecisionText } from "../../decisions/ui-text";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { applyStep } from "../../workflow/apply-step";
import { decide } from "../../workflow/machine";
import { type HeldMeeting, holdItem, holdMeeting } from "../facts";
import { meetingMachine } from "../machine";
import type { adjournInput } from "../session-schema";
import { type CarryChoice, carryItems } from "./carry-items";
import { closeHeldItem } from "./close-item";
import { draftHeldMinutes } from "./draft-minutes";

/**
 * Ends the meeting and leaves nothing hanging: what was opened and not decided ends with “no decision” and somebody
 * who takes it on, what was never opened is carried to where it was chosen to go, and the minutes are drafted (DOMAIN 4).
 */
export async function adjourn(
  actor: Actor,
  input: Omit<z.output<typeof adjournInput>, "choices"> & { choices?: CarryChoice[] },
): Promise<Result<{ date: string; undecided: number; carried: number }>> {
  return transact(async (tx) => {
    const meeting = await holdMeeting(tx, actor, { date: input.date });
    if (!meeting) return notFound("meeting");
    const step = decide(meetingMachine, "adjourn", actor, { ...meeting.facts, openItem: null });
    if (!step.ok) return step;
    const undecided = await endItems(tx, actor, meeting, input.followUp);
    if (!undecided.ok) return undecided;
    const carried = await carryItems(tx, actor, meeting, input.choices);
    if (!carried.ok) return carried;
    const moved = await applyStep(
      tx,
      step.value,
      { id: meeting.id, version: input.version },
      {
        meetingId: meeting.id,
        set: { adjournedAt: now() },
        data: { undecided: undecided.value, ...carried.value },
      },
    );
    if (!moved.ok) return moved;
    const drafted = await draftHeldMinutes(tx, actor, meeting.id);
    if (!drafted.ok) return drafted;
    return done({ date: meeting.date, undecided: undecided.value, carried: carried.value.carried });
  });
}

/** Settles every item that was opened, and closes the one that is open; says how many ended without a decision. */
async function endItems(
  tx: Tx,
  actor: Actor,
  meeting: HeldMeeting,
  followUp: string,
): Promise<Result<number>> {
  const undecided = await tx.agendaItem.findMany({
    where: {
      meetingId: meeting.id,
      status: { in: ["open", "done"] },
      decisions: { none: {} },
      OR: [{ proposal: { status: "under_review" } }, { ticket: { status: "bounced" } }],
    },
    select: { id: true },
  });
  const followUpId = undecided.length > 0 ? await whoTakesItOn(tx, actor, followUp) : done(0);
  if (!followUpId.ok) return followUpId;
  for (const { id } of undecided) {
    const settled = await settleWithoutDecision(tx, actor, id, followUpId.value);
    if (!settled.ok) return settled;
  }
  const open = await tx.agendaItem.findFirst({
    where: { meetingId: meeting.id, status: "open" },
    select: { id: true },
  });
  const item = open && (await holdItem(tx, actor, open));
  const closed = item ? await closeHeldItem(tx, actor, item) : done(null);
  return closed.ok ? done(undecided.length) : closed;
}

async function settleWithoutDecision(tx: Tx, actor: Actor, id: number, followUpId: number) {
  const item = await holdItem(tx, actor, { id });
  if (!item) return notFound("agenda item");
  const goesOn = await tx.ballot.count({ where: { itemId: id, status: "open" } });
  return settleItem(tx, actor, item, {
    outcome: goesOn > 0 ? "deferred" : "no_decision",
    method: "consensus",
    text: goesOn > 0 ? ballotGoesOnText : noDecisionText,
    reviewOn: null,
    nextMeetingId: null,
    followUpId,
    conditions: [],
  });
}

/** Whoever was named; else the secretary; else who adjourns. */
async function whoTakesItOn(tx: Tx, actor: Actor, followUp: string): Promise<Result<number>> {
  if (followUp) {
    const named = await findPerson(tx, followUp);
    const message = "Nobody is called that. Give a person, such as @ada.";
    return named ? done(named) : refuse("invalid", message, [{ path: "followUp", message }]);
  }
  const secretary = await tx.roleGrant.findFirst({
    where: { role: "secretary", until: null, person: { disabledAt: null } },
    orderBy: { id: "asc" },
    select: { personId: true },
  });
  if (secretary) return done(secretary.personId);
  return actor.kind === "person"
    ? done(actor.personId)
    : refuse("refused", "Name who takes on what is undecided.");
}
