import { now } from "../../clock";
import type { Tx } from "../../db/transaction";
import { holdProposal } from "../../proposals/facts";
import { proposalMachine } from "../../proposals/machine";
import { done, notFound, type Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import { applyStep } from "../../workflow/apply-step";
import { decide } from "../../workflow/machine";
import { minutesOver } from "../capacity";
import { type HeldItem, type HeldMeeting, holdItem, holdMeeting } from "../facts";
import { agendaItemMachine } from "../machine";
import { writeItem } from "../write-item";

/**
 * Moves what a meeting never came to onto the next one, each counted once more (DOMAIN 3, "Carry-over"). Where no
 * later meeting is planned, items are taken off the agenda and their proposals go back to discussion. In the caller's
 * transaction; the caller holds the meeting.
 */
export async function carryItems(
  tx: Tx,
  actor: Actor,
  meeting: HeldMeeting,
): Promise<Result<{ carried: number }>> {
  const planned = await tx.agendaItem.findMany({
    where: { meetingId: meeting.id, status: "planned" },
    orderBy: [{ section: "asc" }, { position: "asc" }],
    select: { id: true },
  });
  const next = planned.length > 0 ? await holdNextMeeting(tx, actor, meeting) : null;
  for (const { id } of planned) {
    const item = await holdItem(tx, actor, { id });
    if (!item) return notFound("agenda item");
    const moved = next ? await carry(tx, actor, item, next) : await takeOff(tx, actor, item);
    if (!moved.ok) return moved;
  }
  return done({ carried: planned.length });
}

async function holdNextMeeting(tx: Tx, actor: Actor, meeting: HeldMeeting): Promise<HeldMeeting | null> {
  const next = await tx.meeting.findFirst({
    where: {
      startsAt: { gt: meeting.startsAt },
      status: { in: ["planned", "published"] },
      ...(meeting.seriesId && { seriesId: meeting.seriesId }),
    },
    orderBy: { startsAt: "asc" },
    select: { id: true },
  });
  return next && holdMeeting(tx, actor, { id: next.id });
}

async function carry(tx: Tx, actor: Actor, item: HeldItem, next: HeldMeeting): Promise<Result<null>> {
  const step = decide(agendaItemMachine, "carry", actor, item.facts);
  if (!step.ok) return step;
  const moved = await applyStep(tx, step.value, item, {
    meetingId: item.meetingId,
    proposalId: item.proposalId,
    executive: item.executive,
    data: { toMeeting: next.date },
    set: { closedAt: now() },
  });
  if (!moved.ok) return moved;
  const { section, outline, carryCount } = await tx.agendaItem.findUniqueOrThrow({
    where: { id: item.id },
    select: { section: true, outline: true, carryCount: true },
  });
  await writeItem(tx, actor, {
    ...item,
    meeting: next,
    section,
    override: await overrideOf(tx, item, next),
    carried: { fromId: item.id, carryCount: carryCount + 1, outline: Object(outline) },
  });
  if (item.proposalId) {
    const data = { carryCount: { increment: 1 }, updatedAt: now() };
    await tx.proposal.update({ where: { id: item.proposalId }, data });
  }
  return done(null);
}

/** A carried item goes on the next agenda even where it is full: that it does not fit is said, with this reason. */
async function overrideOf(tx: Tx, item: HeldItem, next: HeldMeeting) {
  const items = await tx.agendaItem.aggregate({
    where: { meetingId: next.id, status: { in: ["planned", "open", "done"] } },
    _sum: { presentMinutes: true, qaMinutes: true },
  });
  const takenMinutes = (items._sum.presentMinutes ?? 0) + (items._sum.qaMinutes ?? 0);
  const overMinutes = minutesOver({ capacityMinutes: next.capacityMinutes, takenMinutes }, item);
  return overMinutes > 0 ? { reason: "Carried over from the meeting before.", overMinutes } : null;
}

const noMeeting = "The meeting ended before it, and no later meeting is planned.";

async function takeOff(tx: Tx, actor: Actor, item: HeldItem): Promise<Result<null>> {
  const step = decide(agendaItemMachine, "withdraw", actor, item.facts);
  if (!step.ok) return step;
  const moved = await applyStep(tx, step.value, item, {
    meetingId: item.meetingId,
    proposalId: item.proposalId,
    executive: item.executive,
    reason: noMeeting,
    set: { closedAt: now() },
  });
  return moved.ok ? backToDiscussion(tx, actor, item) : moved;
}

async function backToDiscussion(tx: Tx, actor: Actor, item: HeldItem): Promise<Result<null>> {
  const proposal = item.proposalId === null ? null : await holdProposal(tx, actor, { id: item.proposalId });
  if (proposal?.facts.status !== "scheduled") return done(null);
  const step = decide(proposalMachine, "unschedule", actor, proposal.facts);
  if (!step.ok) return step;
  const moved = await applyStep(tx, step.value, proposal, {
    proposalId: proposal.id,
    meetingId: item.meetingId,
    executive: item.executive,
    reason: noMeeting,
    set: { updatedAt: now(), carryCount: { increment: 1 } },
  });
  return moved.ok ? done(null) : moved;
}
