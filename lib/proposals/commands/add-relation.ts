import type { z } from "zod";
import { now } from "../../clock";
import { transact } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { holdProposal } from "../facts";
import { goesInCircle, isRelated, lockRelations, relationEvent } from "../relation-facts";
import { mayRelate } from "../relation-policy";
import type { addRelationInput } from "../relation-schema";
import { relationWords } from "../relation-text";

const mostRelations = 50;

/** Says how a proposal stands to another one; it is read from both. */
export async function addRelation(
  actor: Actor,
  input: z.output<typeof addRelationInput>,
): Promise<Result<{ number: number }>> {
  if (actor.kind !== "person") return refuse("signed_out", "Sign in to say how proposals belong together.");
  return transact(async (tx) => {
    const from = await holdProposal(tx, actor, { number: input.number });
    if (!from) return notFound("proposal");
    if (!mayRelate(actor, from.facts)) {
      return refuse("forbidden", "Its authors, the chair and the secretary say how it stands to others.");
    }
    if (input.other === from.number) return atField("A proposal does not stand to itself: give another one.");
    const other = await holdProposal(tx, actor, { number: input.other });
    if (!other) return atField(`There is no proposal #${input.other} that you can read.`);
    await lockRelations(tx);
    const relation = { kind: input.kind, fromId: from.id, toId: other.id };
    const words = `#${from.number} ${relationWords[input.kind].from.toLowerCase()} #${other.number}`;
    if (await isRelated(tx, relation)) return refuse("conflict", `It is there already: ${words}.`);
    if (await goesInCircle(tx, relation)) {
      return atField(`“${words}” would go in a circle: the other one leads back to this one already.`);
    }
    if ((await tx.proposalRelation.count({ where: { fromId: from.id } })) >= mostRelations) {
      return refuse("refused", `A proposal may have ${mostRelations} relations: remove one first.`);
    }
    const { id } = await tx.proposalRelation.create({
      data: { ...relation, addedById: actor.personId, createdAt: now() },
      select: { id: true },
    });
    await record(tx, actor, {
      type: "relation.added",
      subject: "relation",
      subjectId: id,
      proposalId: from.id,
      ...relationEvent(input.kind, from, other),
    });
    return done({ number: from.number });
  });
}

function atField(message: string) {
  return refuse("invalid", message, [{ path: "other", message }]);
}
