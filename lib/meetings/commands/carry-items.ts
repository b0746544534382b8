import { now } from "../../clock";
import type { Tx } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { type HeldItem, type HeldMeeting, holdItem, holdMeeting } from "../facts";
import { holdNextOfSeries } from "./cancel-meeting";
import { carryItem } from "./carry-item";
import { removeItem } from "./withdraw-item";

/** Where an item that the meeting did not come to goes: "next", "off" with a reason, or the date of a meeting. */
export interface CarryChoice {
  itemId: number;
  to: string;
  reason: string;
}

/**
 * Moves what an ending meeting never came to: onto the next one of its series unless another was chosen, each counted
 * once more (DOMAIN 3, "Carry-over"), or off the agenda for a reason. Where no next one is planned, proposals go back
 * to discussion. Breaks are not carried. The caller holds the meeting.
 */
export async function carryItems(
  tx: Tx,
  actor: Actor,
  meeting: HeldMeeting,
  choices: readonly CarryChoice[] = [],
): Promise<Result<{ carried: number; withdrawn: number }>> {
  const planned = await tx.agendaItem.findMany({
    where: { meetingId: meeting.id, status: "planned" },
    orderBy: [{ section: "asc" }, { position: "asc" }, { id: "asc" }],
    select: { id: true, isBreak: true },
  });
  const wanted = planned.map(({ id, isBreak }) => choiceOf(id, isBreak, choices));
  const meetings = await holdTargets(tx, actor, meeting, wanted);
  if (!meetings.ok) return meetings;
  const count = { carried: 0, withdrawn: 0 };
  for (const choice of wanted) {
    const item = await holdItem(tx, actor, { id: choice.itemId });
    if (!item) return notFound("agenda item");
    const to = meetings.value.get(choice.to) ?? null;
    const moved = await settle(tx, actor, { meeting, item, choice, to });
    if (!moved.ok) return moved;
    count[to ? "carried" : "withdrawn"] += 1;
  }
  return done(count);
}

function choiceOf(itemId: number, isBreak: boolean, choices: readonly CarryChoice[]): CarryChoice {
  const chosen = choices.find((choice) => choice.itemId === itemId);
  if (chosen) return chosen;
  return isBreak
    ? { itemId, to: "off", reason: "A break is not carried over." }
    : { itemId, to: "next", reason: "" };
}

/** The meetings that items go to, by the word that chose them; locked in the order of their dates, so that two evenings that end at once wait for each other. */
async function holdTargets(
  tx: Tx,
  actor: Actor,
  meeting: HeldMeeting,
  wanted: readonly CarryChoice[],
): Promise<Result<Map<string, HeldMeeting>>> {
  const held = new Map<string, HeldMeeting>();
  const words = new Set(wanted.map(({ to }) => to).filter((to) => to !== "off"));
  for (const word of [...words].sort()) {
    if (word === "next") continue;
    const to = await holdMeeting(tx, actor, { date: word });
    const takesItems = to?.facts.status === "planned" || to?.facts.status === "published";
    if (!to || !takesItems || to.startsAt <= meeting.startsAt) return noSuchMeeting(word, wanted);
    held.set(word, to);
  }
  const next = words.has("next") ? await holdNextOfSeries(tx, actor, meeting) : null;
  // A meeting that was chosen by its date and is the next one is one and the same: its minutes are counted once.
  if (next) held.set("next", [...held.values()].find(({ id }) => id === next.id) ?? next);
  return done(held);
}

function noSuchMeeting(date: string, wanted: readonly CarryChoice[]): Result<never> {
  const message = `There is no later meeting on ${date} that still takes items. Choose another one.`;
  const place = wanted.findIndex(({ to }) => to === date);
  return refuse("invalid", message, [{ path: `to.${wanted[place]?.itemId}`, message }]);
}

interface Case {
  meeting: HeldMeeting;
  item: HeldItem;
  choice: CarryChoice;
  to: HeldMeeting | null;
}

async function settle(tx: Tx, actor: Actor, { meeting, item, choice, to }: Case): Promise<Result<unknown>> {
  if (to) {
    const reason = choice.reason || `The meeting of ${meeting.date} ended before it.`;
    return carryItem(tx, actor, { item, to, reason });
  }
  if (choice.to === "off") {
    if (choice.reason) return removeItem(tx, actor, { item, reason: choice.reason });
    const message = `Give a reason why “${item.title}” leaves the agenda.`;
    return refuse("invalid", message, [{ path: `reason.${item.id}`, message }]);
  }
  return sendBack(tx, actor, meeting, item);
}

async function sendBack(tx: Tx, actor: Actor, meeting: HeldMeeting, item: HeldItem): Promise<Result<null>> {
  if (item.proposalId !== null) {
    const data = { carryCount: { increment: 1 }, updatedAt: now() };
    await tx.proposal.update({ where: { id: item.proposalId }, data });
  }
  const reason = `The meeting of ${meeting.date} ended before it, and no later one is planned.`;
  return removeItem(tx, actor, { item, reason });
}
