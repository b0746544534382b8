import { now } from "../../clock";
import { type Tx, transact } from "../../db/transaction";
import { holdSession } from "../../meetings/held-session";
import { holdProposal } from "../../proposals/facts";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { mayMove, onlyDirectorsMove } from "../ballot-policy";
import type { MotionInput } from "../ballot-schema";
import { type Deed, findDirector } from "../deed-facts";
import { isOfTheMeeting } from "../rule-set";

interface Before {
  proposalId: number | null;
  itemId: number | null;
  meetingId: number | null;
  executive: boolean;
}

/**
 * Puts a motion: before the item that a meeting has open, or on a proposal in discussion outside of a meeting. An
 * officer may write it down for a director, with its seconder.
 */
export async function makeMotion(
  actor: Actor,
  input: MotionInput,
): Promise<Result<{ ballot: number; date: string | null; itemId: number | null }>> {
  if (!mayMove(actor)) return refuse("forbidden", onlyDirectorsMove);
  return transact(async (tx) => {
    const before = await findSubject(tx, actor, input);
    if (!before.ok) return before;
    const { date, ...subject } = before.value;
    const wrong = whatIsWrong(input, subject);
    if (wrong) return wrong;
    const mover = await findDirector(tx, actor, input.mover, "mover");
    if (!mover.ok) return mover;
    const seconder = input.seconder ? await findDirector(tx, actor, input.seconder, "seconder") : null;
    if (seconder && !seconder.ok) return seconder;
    if (seconder?.value.person.personId === mover.value.person.personId) return notTheSame();
    const ballot = await write(tx, actor, {
      input,
      subject,
      mover: mover.value,
      seconder: seconder?.value ?? null,
    });
    return done({ ballot, date, itemId: subject.itemId });
  });
}

async function findSubject(
  tx: Tx,
  actor: Actor,
  { itemId, proposal: number }: MotionInput,
): Promise<Result<Before & { date: string | null }>> {
  if (itemId !== "") {
    const held = await holdSession(tx, actor, itemId);
    if (!held.ok) return held;
    const { meeting, item } = held.value;
    if (meeting.facts.status !== "in_session" || item.facts.status !== "open") {
      return refuse("refused", "A motion is made on the item that the meeting has open. Open it first.");
    }
    const { proposalId, executive } = item;
    return done({ proposalId, itemId, meetingId: meeting.id, executive, date: meeting.date });
  }
  const proposal = number === "" ? null : await holdProposal(tx, actor, { number });
  if (!proposal) return notFound("proposal");
  if (proposal.facts.status !== "discussion") {
    return refuse(
      "refused",
      "Outside of a meeting a motion is made while a proposal is in discussion. On an agenda, it is made when the meeting opens the item.",
    );
  }
  const executive = proposal.visibility === "executive";
  return done({ proposalId: proposal.id, itemId: null, meetingId: null, executive, date: null });
}

function whatIsWrong({ outcome, rule }: MotionInput, { proposalId, meetingId }: Before) {
  if (proposalId !== null && outcome === "") {
    const message = "Choose what is decided on the proposal if the motion carries.";
    return refuse("invalid", message, [{ path: "outcome", message }]);
  }
  if (proposalId === null && outcome !== "") {
    const message = "This item has no proposal on which something could be decided: leave the outcome empty.";
    return refuse("invalid", message, [{ path: "outcome", message }]);
  }
  if (meetingId === null && isOfTheMeeting(rule)) {
    const message = "Nobody is present outside of a meeting: choose consensus or lazy consensus.";
    return refuse("invalid", message, [{ path: "rule", message }]);
  }
  return undefined;
}

function notTheSame() {
  const message = "Somebody else than the mover has to second it.";
  return refuse("invalid", message, [{ path: "seconder", message }]);
}

interface Motion {
  input: MotionInput;
  subject: Before;
  mover: Deed;
  seconder: Deed | null;
}

async function write(tx: Tx, actor: Actor, { input, subject, mover, seconder }: Motion): Promise<number> {
  const { executive, ...where } = subject;
  const { id } = await tx.ballot.create({
    data: {
      ...where,
      text: input.text,
      outcome: input.outcome || null,
      rule: input.rule,
      status: seconder ? "seconded" : "moved",
      moverId: mover.person.personId,
      seconderId: seconder?.person.personId ?? null,
      createdAt: now(),
    },
    select: { id: true },
  });
  await record(tx, actor, {
    ...{ type: "motion.made", subject: "ballot", subjectId: id, executive },
    ...{ proposalId: where.proposalId, meetingId: where.meetingId, onBehalfOf: mover.onBehalfOf },
    data: {
      ballot: id,
      to: seconder ? "seconded" : "moved",
      text: input.text.slice(0, 300),
      rule: input.rule,
      moverId: mover.person.personId,
      ...(where.itemId && { itemId: where.itemId }),
      ...(seconder && { seconder: seconder.person.name }),
    },
  });
  return id;
}
