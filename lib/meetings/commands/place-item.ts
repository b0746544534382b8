import type { z } from "zod";
import { type Tx, transact } from "../../db/transaction";
import { findOwner } from "../../people/queries";
import { type HeldProposal, holdProposal, lockNumber } from "../../proposals/facts";
import { proposalMachine } from "../../proposals/machine";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { decide } from "../../workflow/machine";
import { scheduleProposal } from "../agreement";
import { minutesOver, overWords } from "../capacity";
import { type HeldMeeting, holdMeeting } from "../facts";
import { mayRunMeetings } from "../policy";
import { recordOverride, weighReadiness } from "../readiness-override";
import type { placeItemInput } from "../schema";
import { ticketFor } from "../ticket-for-item";
import { meetingStatusLabels } from "../ui-text";
import { writeItem } from "../write-item";
import { lapseOpenSlot } from "./withdraw-from-agenda";

type Input = z.output<typeof placeItemInput>;

/**
 * An officer places an item without a negotiation: previous minutes, a consent item, or a proposal that is in
 * discussion. What does not fit is refused with by how many minutes, unless a reason is given.
 */
export async function placeItem(
  actor: Actor,
  input: Input,
): Promise<Result<{ date: string; itemId: number }>> {
  if (!mayRunMeetings(actor)) return refuse("forbidden", "The agenda is made by the chair or the secretary.");
  return transact(async (tx) => {
    const meeting = await holdMeeting(tx, actor, { date: input.date });
    if (!meeting) return notFound("meeting");
    const override = weigh(meeting, input);
    if (!override.ok) return override;
    const presenterId = await presenterOf(tx, input.presenter);
    if (!presenterId.ok) return presenterId;
    const proposal = await proposalFor(tx, actor, input, meeting);
    if (!proposal.ok) return proposal;
    const ticket = await ticketFor(tx, actor, input);
    if (!ticket.ok) return ticket;
    const title =
      input.title || proposal.value?.title || ticket.value?.title || (input.isBreak ? "Break" : undefined);
    if (!title) {
      const message = "Give the item a title, or the number of a proposal.";
      return refuse("invalid", message, [{ path: "title", message }]);
    }
    const { section, presentMinutes, qaMinutes, isBreak, source } = input;
    const itemId = await writeItem(tx, actor, {
      ...{ meeting, section, title, presentMinutes, qaMinutes, isBreak, source },
      proposalId: proposal.value?.held.id ?? null,
      ticketId: ticket.value?.id ?? null,
      presenterId: presenterId.value ?? proposal.value?.held.facts.authorId ?? null,
      executive:
        section === "executive" ||
        proposal.value?.held.visibility === "executive" ||
        ticket.value?.executive === true,
      override: override.value,
      ...(ticket.value?.carried && { carried: ticket.value.carried }),
    });
    return done({ date: meeting.date, itemId });
  });
}

function weigh(meeting: HeldMeeting, input: Input): Result<{ reason: string; overMinutes: number } | null> {
  const { status } = meeting.facts;
  if (status === "adjourned" || status === "cancelled") {
    return refuse(
      "refused",
      `This meeting is ${meetingStatusLabels[status].toLowerCase()}; its agenda stays as it is.`,
    );
  }
  const overMinutes = minutesOver(meeting, input);
  if (overMinutes === 0) return done(null);
  if (input.overrideReason) return done({ reason: input.overrideReason, overMinutes });
  const message = `It does not fit: the agenda would be ${overWords(overMinutes)}. Take fewer minutes, another meeting, or give a reason to take it all the same.`;
  return refuse("refused", message, [
    { path: "overrideReason", message: "Give a reason, or fewer minutes." },
  ]);
}

async function presenterOf(tx: Tx, handle: string): Promise<Result<number | null>> {
  if (!handle) return done(null);
  const owner = await findOwner(tx, handle.startsWith("@") ? handle : `@${handle}`);
  if (owner?.ownerPersonId) return done(owner.ownerPersonId);
  const message = "Nobody is called that. Give a person such as @ada, or leave it empty.";
  return refuse("invalid", message, [{ path: "presenter", message }]);
}

/** A proposal that is to be closed if nobody objects stays where it is until then. */
function toClose(actor: Actor, held: HeldProposal): Result<{ held: HeldProposal; title: string }> {
  const step = decide(proposalMachine, "close_without_follow_up", actor, held.facts);
  return step.ok ? done({ held, title: held.facts.title }) : step;
}

async function proposalFor(
  tx: Tx,
  actor: Actor,
  input: Input,
  meeting: HeldMeeting,
): Promise<Result<{ held: HeldProposal; title: string } | null>> {
  if (input.proposal === null) return done(null);
  // A withdrawal at the same moment comes first, or waits and takes this item off again.
  await lockNumber(tx, input.proposal);
  const held = await holdProposal(tx, actor, { number: input.proposal });
  if (!held) return notFound("proposal");
  if (input.section === "to_close") return toClose(actor, held);
  // What was decided and is under way is reported on; it stays where it is.
  const { status } = held.facts;
  if (input.section === "ongoing" && (status === "splitting" || status === "delivering")) {
    return done({ held, title: held.facts.title });
  }
  const unready = await weighReadiness(tx, { proposal: held, meeting, reason: input.unreadyReason });
  if (!unready.ok) return unready;
  const scheduled = await scheduleProposal(tx, actor, { proposal: held, meeting });
  if (!scheduled.ok) return scheduled;
  await recordOverride(tx, actor, { proposal: held, meeting, override: unready.value });
  const lapsed = await lapseOpenSlot(tx, actor, {
    proposalId: held.id,
    reason: `Placed on the agenda of ${meeting.date} by an officer.`,
  });
  return lapsed.ok ? done({ held, title: held.facts.title }) : lapsed;
}
