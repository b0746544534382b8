import type { z } from "zod";
import { transact } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { holdProposal } from "../facts";
import { relationEvent } from "../relation-facts";
import { mayRelate } from "../relation-policy";
import type { removeRelationInput } from "../relation-schema";

/** Takes a relation back, from the page of either proposal; that it was there stays in the history. */
export async function removeRelation(
  actor: Actor,
  input: z.output<typeof removeRelationInput>,
): Promise<Result<{ number: number }>> {
  if (actor.kind !== "person") return refuse("signed_out", "Sign in to say how proposals belong together.");
  return transact(async (tx) => {
    const row = await tx.proposalRelation.findUnique({
      where: { id: input.relation },
      select: { id: true, kind: true, fromId: true, toId: true },
    });
    const from = row && (await holdProposal(tx, actor, { id: row.fromId }));
    const other = row && (await holdProposal(tx, actor, { id: row.toId }));
    if (!row || !from || !other) return notFound("relation");
    if (![from.number, other.number].includes(input.number)) return notFound("relation");
    if (!mayRelate(actor, from.facts)) {
      return refuse("forbidden", "Whoever writes the proposal that says it, or an officer, takes it back.");
    }
    const { count } = await tx.proposalRelation.deleteMany({ where: { id: row.id } });
    if (count === 0) return notFound("relation");
    await record(tx, actor, {
      type: "relation.removed",
      subject: "relation",
      subjectId: row.id,
      proposalId: from.id,
      ...relationEvent(row.kind, from, other),
    });
    return done({ number: input.number });
  });
}
