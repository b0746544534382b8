import type { z } from "zod";
import { now } from "../../clock";
import { transact } from "../../db/transaction";
import { done, notFound, type Result } from "../../result";
import { type Actor, personIdOf } from "../../workflow/actor";
import { applyStep } from "../../workflow/apply-step";
import { decide } from "../../workflow/machine";
import { keepRevision } from "../content";
import { holdProposal } from "../facts";
import { proposalMachine } from "../machine";
import { confirmOwnAsks } from "../move-consent";
import { stillToAsk } from "../save-asks";
import type { publishInput } from "../schema";
import { storedContent } from "../stored-content";

/** Opens a draft to everybody, as its revision 1 (DOMAIN 4: title, summary, an ask with an owner). */
export async function publishProposal(
  actor: Actor,
  input: z.output<typeof publishInput>,
): Promise<Result<{ number: number }>> {
  return transact(async (tx) => {
    const proposal = await holdProposal(tx, actor, { number: input.number });
    if (!proposal) return notFound("proposal");
    const step = decide(proposalMachine, "publish", actor, proposal.facts);
    if (!step.ok) return step;
    const executive = proposal.visibility === "executive";
    const authorId = personIdOf(actor) ?? proposal.facts.authorId;
    const named = await stillToAsk(tx, proposal.id, authorId);
    const moved = await applyStep(
      tx,
      step.value,
      { id: proposal.id, version: input.version },
      {
        proposalId: proposal.id,
        executive,
        set: { publishedAt: now(), updatedAt: now(), revision: 1 },
        data: { revision: 1, ...(named.length > 0 && { named }) },
      },
    );
    if (!moved.ok) return moved;
    const content = await storedContent(tx, proposal.id);
    await keepRevision(tx, { id: proposal.id, revision: 1 }, content, {
      authorId,
      reason: "First published.",
      at: now(),
    });
    const own = await confirmOwnAsks(tx, actor, {
      id: proposal.id,
      status: step.value.to,
      revision: 1,
      executive,
    });
    return own.ok ? done({ number: proposal.number }) : own;
  });
}
