import type { z } from "zod";
import { transact } from "../../db/transaction";
import { findOwner, unknownOwner } from "../../people/queries";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { type HeldAction, holdAction, rowOfAction } from "../action-facts";
import { mayReport } from "../action-policy";
import type { reassignActionInput } from "../action-schema";
import type { OfAction } from "./report-action";

/**
 * Gives an ACTION of an earlier meeting to somebody else. What the minutes say stays as it was said; whoever had it and
 * whoever has it now are told.
 */
export async function reassignAction(
  actor: Actor,
  input: z.output<typeof reassignActionInput>,
): Promise<Result<OfAction>> {
  if (actor.kind !== "person") return refuse("signed_out", "Sign in to give an ACTION to somebody.");
  return transact(async (tx) => {
    const held = await holdAction(tx, actor, input.lineId);
    if (!held) return notFound("ACTION");
    const refusal = whyNot(actor, held);
    if (refusal) return refusal;
    const owner = await findOwner(tx, input.owner);
    if (!owner) return refuse("invalid", unknownOwner, [{ path: "owner", message: unknownOwner }]);
    if (held.version !== input.version) return changedMeanwhile;
    const { id, version } = await rowOfAction(tx, held);
    await tx.carriedAction.update({
      where: { id, version },
      data: { ...owner, ...(input.dueOn && { dueOn: input.dueOn }), version: { increment: 1 } },
    });
    const { ownerPersonId, ownerBodyId } = held.facts;
    await record(tx, actor, {
      type: "action.reassigned",
      subject: "action",
      subjectId: id,
      meetingId: held.meetingId,
      executive: held.executive,
      data: {
        lineId: id,
        action: held.text.slice(0, 200),
        owner: input.owner,
        before: { ownerPersonId, ownerBodyId },
        after: { ...owner },
        ...(input.dueOn && { dueOn: input.dueOn }),
        ...(input.reason && { reason: input.reason }),
      },
    });
    return done({ lineId: id, meeting: input.meeting });
  });
}

const changedMeanwhile = refuse(
  "conflict",
  "Somebody reported on this ACTION before you. Nothing was saved; look again.",
);

function whyNot(actor: Actor, { facts }: HeldAction) {
  if (!mayReport(actor, facts)) {
    return refuse("forbidden", "An ACTION is handed on by its owner, the chair or the secretary.");
  }
  if (!facts.meetingIsOver)
    return refuse("refused", "Its meeting is not over yet: name the owner on its line.");
  if (facts.ticket !== null) {
    return refuse("refused", `It became ticket T-${facts.ticket}: its owner is changed there.`);
  }
  if (facts.status === "done" || facts.status === "dropped") {
    return refuse("refused", "It is settled; it has to be opened again before somebody else takes it on.");
  }
  return undefined;
}
