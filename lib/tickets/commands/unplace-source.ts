import type { z } from "zod";
import { now } from "../../clock";
import { type Tx, transact } from "../../db/transaction";
import { unsettleQuestion } from "../../discussion/settle-question";
import type { HeldProposal } from "../../proposals/facts";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { applyStep } from "../../workflow/apply-step";
import { record } from "../../workflow/events";
import { decide } from "../../workflow/machine";
import { holdTicket } from "../facts";
import { holdSplit, sourceColumn } from "../held-split";
import { ticketMachine } from "../machine";
import type { unplaceSourceInput } from "../schema";
import { findSource } from "../split-source";

/**
 * Takes back how one thing of the split was placed. A draft that then stands for nothing is withdrawn: it would
 * keep the proposal open for good. Events stay, so nothing is lost.
 */
export async function unplaceSource(
  actor: Actor,
  input: z.output<typeof unplaceSourceInput>,
): Promise<Result<{ number: number }>> {
  if (actor.kind !== "person") return refuse("signed_out", "Sign in to split a proposal.");
  return transact(async (tx) => {
    const held = await holdSplit(tx, actor, input.number);
    if (!held.ok) return held;
    const proposal = held.value;
    const source = await findSource(tx, proposal.id, input);
    if (!source) return notFound("part of this proposal");
    const where = sourceColumn(input.sourceKind, input.sourceId);
    const entries = await tx.splitEntry.findMany({
      where,
      select: { disposition: true, ticket: { select: { number: true } } },
    });
    if (entries.length === 0) return refuse("conflict", `The ${source.name} is not placed; look again.`);
    if (source.kind === "question" && entries.some(({ disposition }) => disposition === "answered")) {
      const unsettled = await unsettleQuestion(tx, actor, proposal, source.number);
      if (!unsettled.ok) return unsettled;
    }
    await tx.splitEntry.deleteMany({ where });
    await record(tx, actor, {
      type: "split.unplaced",
      subject: "proposal",
      subjectId: proposal.id,
      proposalId: proposal.id,
      executive: proposal.visibility === "executive" || source.executive,
      data: { source: source.name },
    });
    for (const { ticket } of entries) {
      const withdrawn = ticket ? await withdrawIfEmpty(tx, actor, proposal, ticket.number) : done(null);
      if (!withdrawn.ok) return withdrawn;
    }
    return done({ number: proposal.number });
  });
}

async function withdrawIfEmpty(
  tx: Tx,
  actor: Actor,
  proposal: HeldProposal,
  number: number,
): Promise<Result<null>> {
  const ticket = await holdTicket(tx, actor, number);
  if (ticket?.facts.status !== "draft" || ticket.facts.accountsFor !== 0) return done(null);
  const step = decide(ticketMachine, "withdraw", actor, ticket.facts);
  if (!step.ok) return step;
  const moved = await applyStep(tx, step.value, ticket, {
    proposalId: proposal.id,
    ticketId: ticket.id,
    executive: ticket.executive,
    reason: "Taken out of the split.",
    set: { updatedAt: now() },
  });
  return moved.ok ? done(null) : moved;
}
