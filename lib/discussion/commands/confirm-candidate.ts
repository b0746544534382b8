import type { z } from "zod";
import { transact } from "../../db/transaction";
import { done, type Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import { holdCandidate, settleCandidate } from "../candidate";
import { lockProposal, signInFirst } from "../facts";
import { openQuestion } from "../open-question";
import type { confirmCandidateInput } from "../schema";
import { touch } from "../write-comment";

/** Makes a question of a sentence that an import offered: asked by who wrote it, of whom the confirmer names. */
export async function confirmCandidate(
  actor: Actor,
  input: z.output<typeof confirmCandidateInput>,
): Promise<Result<{ proposal: number; question: number }>> {
  if (actor.kind !== "person") return signInFirst;
  return transact(async (tx) => {
    const held = await holdCandidate(tx, actor, input.candidate);
    if (!held.ok) return held;
    const { candidate, proposal } = held.value;
    await lockProposal(tx, proposal.proposalId);
    const asked = await openQuestion(tx, actor, proposal, {
      of: input.of,
      text: input.text ?? candidate.sentence,
      askedById: candidate.author.id,
      commentId: candidate.commentId,
      onBehalfOf: candidate.author.name,
      field: "of",
    });
    if (!asked.ok) return asked;
    const settled = await settleCandidate(tx, candidate.id, {
      status: "confirmed",
      questionId: asked.value.id,
    });
    if (!settled.ok) return settled;
    await touch(tx, proposal);
    return done({ proposal: proposal.number, question: asked.value.number });
  });
}
