import type { Tx } from "../db/transaction";
import { type HeldProposal, holdProposal } from "../proposals/facts";
import { done, notFound, type Result, refuse } from "../result";
import type { Actor } from "../workflow/actor";
import { minutesOver, type Timed } from "./capacity";
import { type HeldMeeting, type HeldSlot, holdMeeting, holdOpenSlot } from "./facts";
import type { Terms } from "./slot-machine";
import { slotStatusLabels } from "./ui-text";
import { whenInWords } from "./when";

/** A proposal with its open request for time. */
export interface Negotiation {
  proposal: HeldProposal;
  slot: HeldSlot;
}

/** Finds the open negotiation of a proposal that this actor may see. */
export async function holdNegotiation(tx: Tx, actor: Actor, number: number): Promise<Result<Negotiation>> {
  const proposal = await holdProposal(tx, actor, { number });
  if (!proposal) return notFound("proposal");
  const slot = await holdOpenSlot(tx, { proposalId: proposal.id });
  return slot ? done({ proposal, slot }) : noOpenSlot(tx, proposal.id);
}

/**
 * The same with the meeting that lies on the table. The meeting is locked first and the rest is read under its
 * lock, so that the later of two sees what the earlier one did.
 */
export async function holdAgreement(
  tx: Tx,
  actor: Actor,
  number: number,
): Promise<Result<Negotiation & { meeting: HeldMeeting; minutes: Timed }>> {
  const seen = await holdNegotiation(tx, actor, number);
  if (!seen.ok) return seen;
  const meetingId = seen.value.slot.offeredMeetingId;
  if (meetingId === null) return refuse("refused", "No meeting was offered for this proposal yet.");
  const meeting = await holdMeeting(tx, actor, { id: meetingId });
  if (!meeting) return notFound("meeting");
  const held = await holdNegotiation(tx, actor, number);
  if (!held.ok) return held;
  const { offeredMeetingId, offeredPresentMinutes, offeredQaMinutes } = held.value.slot;
  if (offeredMeetingId !== meetingId || offeredPresentMinutes === null || offeredQaMinutes === null) {
    return refuse("conflict", "Somebody changed this offer before you. Nothing was saved; look again.");
  }
  const minutes = { presentMinutes: offeredPresentMinutes, qaMinutes: offeredQaMinutes };
  return done({ ...held.value, meeting, minutes });
}

/** What a move of the slot is weighed on, for that meeting and those minutes. */
export function termsOf(meeting: HeldMeeting, wanted: Timed, overrideReason: string | null): Terms {
  const { capacityMinutes, takenMinutes, visibleMinutes } = meeting;
  return {
    when: whenInWords(meeting.startsAt, meeting.timeZone),
    meetingStatus: meeting.facts.status,
    isPast: meeting.isPast,
    overMinutes: minutesOver({ capacityMinutes, takenMinutes }, wanted),
    visibleOverMinutes: minutesOver({ capacityMinutes, takenMinutes: visibleMinutes }, wanted),
    overrideReason: overrideReason ?? "",
  };
}

async function noOpenSlot(tx: Tx, proposalId: number): Promise<Result<never>> {
  const last = await tx.slotRequest.findFirst({
    where: { proposalId },
    orderBy: { id: "desc" },
    select: { status: true },
  });
  if (!last) return refuse("refused", "Nobody has asked for time for this proposal yet.");
  const ended = slotStatusLabels[last.status].toLowerCase();
  return refuse("conflict", `This request for time is settled already: ${ended}. Nothing was changed.`);
}
