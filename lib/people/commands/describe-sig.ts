import type { z } from "zod";
import { transact } from "../../db/transaction";
import { renderMarkdown } from "../../discussion/markdown";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { holdSig, sigChangedMeanwhile } from "../held-sig";
import { mayDescribeSig } from "../sig-policy";
import type { describeSigInput } from "../sig-schema";

/** Says what a SIG is for; what was said before stays in the event. */
export async function describeSig(
  actor: Actor,
  input: z.output<typeof describeSigInput>,
): Promise<Result<{ sig: string }>> {
  return transact(async (tx) => {
    const sig = await holdSig(tx, input.sig);
    if (!sig) return notFound("SIG");
    if (!mayDescribeSig(actor, sig)) {
      return refuse("forbidden", "What a SIG is for is said by its chair, or by the chair or the secretary.");
    }
    const { purpose } = input;
    const { count } = await tx.body.updateMany({
      where: { id: sig.id, version: input.version },
      data: { purpose, purposeHtml: renderMarkdown(purpose), version: { increment: 1 } },
    });
    if (count === 0) return sigChangedMeanwhile;
    await record(tx, actor, {
      type: "sig.described",
      subject: "body",
      subjectId: sig.id,
      data: { name: sig.name, before: sig.purpose },
    });
    return done({ sig: sig.handle });
  });
}
