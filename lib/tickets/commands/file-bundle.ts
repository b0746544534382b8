import type { z } from "zod";
import { transact } from "../../db/transaction";
import { done, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { holdBundle } from "../held-bundle";
import { moveHeldTicket } from "../move-held-ticket";
import type { fileBundleInput } from "../work-schema";

/** Files all drafts of a bundle as one: either each of them is filed, or none, and it says which stood in the way. */
export async function fileBundle(
  actor: Actor,
  input: z.output<typeof fileBundleInput>,
): Promise<Result<{ bundle: number; filed: number[] }>> {
  return transact(async (tx) => {
    const held = await holdBundle(tx, actor, input.bundle);
    if (!held.ok) return held;
    const { id, title, proposalId, executive, tickets } = held.value;
    const drafts = tickets.filter(({ facts }) => facts.status === "draft");
    if (drafts.length === 0) return refuse("refused", "All parts of the bundle are filed already.");
    const filed: number[] = [];
    for (const draft of drafts) {
      const moved = await moveHeldTicket(tx, actor, draft, { move: "file" });
      if (!moved.ok) {
        const { code, message } = moved.refusal;
        return refuse(code, `Nothing was filed. T-${draft.number}: ${message}`);
      }
      filed.push(draft.number);
    }
    await record(tx, actor, {
      type: "bundle.filed",
      subject: "bundle",
      subjectId: id,
      proposalId,
      executive,
      data: { bundle: id, title, tickets: filed },
    });
    return done({ bundle: id, filed });
  });
}
