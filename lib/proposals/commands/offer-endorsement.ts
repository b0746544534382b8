import type { z } from "zod";
import { now } from "../../clock";
import { transact } from "../../db/transaction";
import { done, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { holdSupported } from "../endorsement-facts";
import { mayBe, whyNoSupport } from "../endorsement-policy";
import type { offerEndorsementInput } from "../endorsement-schema";
import { signInToSupport, writeMove } from "../move-endorsement";
import { writeEndorsement } from "../new-endorsement";

/** Somebody who may sponsor or endorse it does so unasked: they are asked by themself, and confirm at once. */
export async function offerEndorsement(
  actor: Actor,
  input: z.output<typeof offerEndorsementInput>,
): Promise<Result<{ number: number }>> {
  if (actor.kind !== "person") return signInToSupport;
  return transact(async (tx) => {
    const held = await holdSupported(tx, actor, input.number);
    if (!held.ok) return held;
    const proposal = held.value;
    const reason = whyNoSupport(proposal.supported);
    if (reason) return refuse("refused", reason);
    const allowed = mayBe(input.part, actor, proposal.supported);
    if (!allowed.ok) return refuse("forbidden", allowed.refusal.message);
    const wanted = { proposal, part: input.part, person: actor };
    const endorsement = await writeEndorsement(tx, actor, { ...wanted, records: "endorsement.offered" });
    const set = { note: input.note, revision: proposal.revision, decidedAt: now() };
    const moved = await writeMove(tx, actor, { proposal, endorsement, move: "confirm", details: { set } });
    return moved.ok ? done({ number: proposal.number }) : moved;
  });
}
