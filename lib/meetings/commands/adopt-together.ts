import type { z } from "zod";
import { now } from "../../clock";
import { type Tx, transact } from "../../db/transaction";
import { settleItem } from "../../decisions/commands/settle-item";
import { endProposal } from "../../proposals/closing";
import { holdProposal } from "../../proposals/facts";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { type HeldItem, type HeldMeeting, holdItem, holdMeeting } from "../facts";
import { mayPreside } from "../policy";
import type { adoptTogetherInput } from "../schema";
import { type TogetherSection, togetherSections } from "../together";
import { closeHeldItem } from "./close-item";
import { openHeldItem } from "./open-item";

/**
 * Deals with all items of a section that nobody pulled, at once: consent items are adopted, and what was to be closed
 * is closed. All or none: where something stands in the way of one, the refusal names it, and it has to be pulled.
 */
export async function adoptTogether(
  actor: Actor,
  input: z.output<typeof adoptTogetherInput>,
): Promise<Result<{ date: string; items: number }>> {
  return transact(async (tx) => {
    const meeting = await holdMeeting(tx, actor, { date: input.date });
    if (!meeting) return notFound("meeting");
    if (!mayPreside(actor)) return refuse("forbidden", "Items are adopted together by the chair.");
    const planned = await tx.agendaItem.findMany({
      where: { meetingId: meeting.id, section: input.section, status: "planned" },
      orderBy: [{ position: "asc" }, { id: "asc" }],
      select: { id: true, title: true },
    });
    if (planned.length === 0) return refuse("refused", "Nothing stands in this section any more.");
    for (const { id, title } of planned) {
      const adopted = await adopt(tx, actor, { meeting, section: input.section, id });
      if (!adopted.ok) {
        const message = `“${title}” cannot be dealt with together with the others: ${adopted.refusal.message}`;
        return refuse(adopted.refusal.code, message);
      }
    }
    return done({ date: meeting.date, items: planned.length });
  });
}

interface Case {
  meeting: HeldMeeting;
  section: TogetherSection;
  id: number;
}

/** One item after the other is opened, written down, settled and closed: the record reads as if it had been talked about. */
async function adopt(tx: Tx, actor: Actor, { meeting, section, id }: Case): Promise<Result<null>> {
  const item = await holdItem(tx, actor, { id });
  if (!item) return notFound("agenda item");
  const opened = await openHeldItem(tx, actor, item);
  if (!opened.ok) return opened;
  await writeAgreed(tx, actor, { meeting, item, text: togetherSections[section].line });
  const settled = item.proposalId === null ? done(null) : await settle(tx, actor, section, item);
  if (!settled.ok) return settled;
  const open = await holdItem(tx, actor, { id });
  return open ? closeHeldItem(tx, actor, open) : notFound("agenda item");
}

async function writeAgreed(
  tx: Tx,
  actor: Actor,
  { meeting, item, text }: { meeting: HeldMeeting; item: HeldItem; text: string },
): Promise<void> {
  if (actor.kind !== "person") throw new Error("only a person presides");
  const { id } = await tx.minuteLine.create({
    data: {
      meetingId: meeting.id,
      itemId: item.id,
      kind: "agreed",
      text,
      authorId: actor.personId,
      createdAt: now(),
    },
    select: { id: true },
  });
  await record(tx, actor, {
    type: "minutes.line_written",
    subject: "minute_line",
    subjectId: id,
    meetingId: meeting.id,
    executive: item.executive,
    data: { itemId: item.id, kind: "agreed" },
  });
}

/** A consent item approves its proposal by lazy consensus; one to close ends it without follow-up. */
async function settle(
  tx: Tx,
  actor: Actor,
  section: TogetherSection,
  item: HeldItem,
): Promise<Result<unknown>> {
  const { line } = togetherSections[section];
  if (section === "consent") {
    return settleItem(tx, actor, item, {
      outcome: "approved",
      method: "lazy_consensus",
      text: line,
      reviewOn: null,
      nextMeetingId: null,
      followUpId: null,
      conditions: [],
    });
  }
  const proposal = await holdProposal(tx, actor, { id: item.proposalId ?? 0 });
  if (!proposal) return notFound("proposal");
  return endProposal(tx, actor, proposal, { move: "close_without_follow_up", reason: line });
}
