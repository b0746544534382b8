import type { z } from "zod";
import { transact } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import { type Actor, isPerson } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { holdProposal } from "../facts";
import { mayChooseCoAuthors } from "../policy";
import type { removeCoAuthorInput } from "../schema";

/** The author lets a co-author go, or a co-author leaves by themself. What they wrote stays. */
export async function removeCoAuthor(
  actor: Actor,
  input: z.output<typeof removeCoAuthorInput>,
): Promise<Result<{ number: number; left: boolean }>> {
  if (actor.kind !== "person") return refuse("signed_out", "Sign in to change who writes.");
  return transact(async (tx) => {
    const proposal = await holdProposal(tx, actor, { number: input.number });
    if (!proposal) return notFound("proposal");
    const left = isPerson(actor, input.personId);
    const may = left ? done(null) : mayChooseCoAuthors(actor, proposal.facts);
    if (!may.ok) return may;
    const { count } = await tx.coAuthor.deleteMany({
      where: { proposalId: proposal.id, personId: input.personId },
    });
    if (count === 0) return refuse("conflict", "They do not write it any more. Nothing was changed.");
    const person = await tx.person.findUniqueOrThrow({
      where: { id: input.personId },
      select: { name: true },
    });
    await record(tx, actor, {
      type: "proposal.co_author_removed",
      subject: "proposal",
      subjectId: proposal.id,
      proposalId: proposal.id,
      executive: proposal.visibility === "executive",
      data: { personId: input.personId, name: person.name, ...(left && { left: "yes" }) },
    });
    return done({ number: proposal.number, left });
  });
}
