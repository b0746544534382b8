import type { z } from "zod";
import { transact } from "../../db/transaction";
import { done, type Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { holdCandidate, settleCandidate } from "../candidate";
import { signInFirst } from "../facts";
import type { dismissCandidateInput } from "../schema";

/** Says that a sentence offered by an import was no question. The thread keeps it, as it keeps everything. */
export async function dismissCandidate(
  actor: Actor,
  input: z.output<typeof dismissCandidateInput>,
): Promise<Result<{ proposal: number }>> {
  if (actor.kind !== "person") return signInFirst;
  return transact(async (tx) => {
    const held = await holdCandidate(tx, actor, input.candidate);
    if (!held.ok) return held;
    const { candidate, proposal } = held.value;
    const settled = await settleCandidate(tx, candidate.id, { status: "dismissed" });
    if (!settled.ok) return settled;
    await record(tx, actor, {
      type: "question.candidate_dismissed",
      subject: "question_candidate",
      subjectId: candidate.id,
      proposalId: proposal.proposalId,
      executive: proposal.executive,
      data: { sentence: candidate.sentence },
    });
    return done({ proposal: proposal.number });
  });
}
