import type { z } from "zod";
import { transact } from "../../db/transaction";
import { done, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { holdSupported } from "../endorsement-facts";
import { mayAskForSupport, mayBe, whyNoSupport } from "../endorsement-policy";
import type { askEndorsementInput } from "../endorsement-schema";
import { signInToSupport } from "../move-endorsement";
import { writeEndorsement } from "../new-endorsement";
import { findAsActor } from "../reader-facts";

/** An author asks somebody to sponsor or to endorse the proposal; they stand behind it once they confirm. */
export async function askEndorsement(
  actor: Actor,
  input: z.output<typeof askEndorsementInput>,
): Promise<Result<{ number: number }>> {
  if (actor.kind !== "person") return signInToSupport;
  return transact(async (tx) => {
    const held = await holdSupported(tx, actor, input.number);
    if (!held.ok) return held;
    const { supported, number } = held.value;
    if (!mayAskForSupport(actor, supported)) {
      return refuse("forbidden", "Its authors ask for a sponsor. You can offer yourself, if you may.");
    }
    const reason = whyNoSupport(supported);
    if (reason) return refuse("refused", reason);
    const person = await findAsActor(tx, { handle: input.person.replace(/^@/, "") });
    if (!person) return atField("Nobody is called that. Give a person, such as @ada.");
    const allowed = mayBe(input.part, person, supported);
    if (!allowed.ok) return atField(allowed.refusal.message);
    const wanted = { proposal: held.value, part: input.part, person };
    await writeEndorsement(tx, actor, { ...wanted, records: "endorsement.asked" });
    return done({ number });
  });
}

function atField(message: string) {
  return refuse("invalid", message, [{ path: "person", message }]);
}
