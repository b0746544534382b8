import type { z } from "zod";
import { now } from "../../clock";
import { transact } from "../../db/transaction";
import { done, type Result, refuse } from "../../result";
import { type Actor, readsExecutive } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { asJson, contentOf } from "../content";
import { confirmOwnAsks } from "../move-consent";
import type { proposalInput } from "../schema";
import { dropWorkingCopy } from "./save-working-copy";

/** Saves a new draft, which only its author sees (DOMAIN 4). */
export async function createProposal(
  actor: Actor,
  input: z.output<typeof proposalInput>,
): Promise<Result<{ number: number }>> {
  if (actor.kind !== "person") return refuse("signed_out", "Sign in to write a proposal.");
  if (input.visibility === "executive" && !readsExecutive(actor)) {
    return refuse("forbidden", "Only directors and officers open executive proposals.");
  }
  return transact(async (tx) => {
    const content = await contentOf(tx, input);
    if (!content.ok) return content;
    const { asks, sections, ...columns } = content.value;
    const proposal = await tx.proposal.create({
      data: {
        ...columns,
        sections: asJson(sections),
        authorId: actor.personId,
        asks: { create: asks },
        createdAt: now(),
        updatedAt: now(),
      },
      select: { id: true, number: true },
    });
    await record(tx, actor, {
      type: "proposal.created",
      subject: "proposal",
      subjectId: proposal.id,
      proposalId: proposal.id,
      executive: input.visibility === "executive",
    });
    await dropWorkingCopy(tx, actor.personId, input.copy);
    const { id } = proposal;
    const executive = input.visibility === "executive";
    const own = await confirmOwnAsks(tx, actor, { id, status: "draft", revision: 0, executive });
    return own.ok ? done({ number: proposal.number }) : own;
  });
}
