import type { z } from "zod";
import { now } from "../../clock";
import { type Tx, transact } from "../../db/transaction";
import { holdProposal } from "../../proposals/facts";
import { done, notFound, type Result, refuse } from "../../result";
import { type Actor, personIdOf } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { isRequesterOf } from "../policy";
import type { requestSlotInput } from "../schema";

type Input = z.output<typeof requestSlotInput>;

/** The requester asks for time on an agenda, while the proposal is in discussion (DOMAIN 3, "Slot request"). */
export async function requestSlot(actor: Actor, input: Input): Promise<Result<{ number: number }>> {
  const personId = personIdOf(actor);
  if (personId === null) return refuse("signed_out", "Sign in to ask for time.");
  return transact(async (tx) => {
    // A withdrawal of the proposal at the same moment either waits for this request and ends it, or comes first.
    await tx.$queryRaw`SELECT 1 AS "held" FROM "Proposal" WHERE "number" = ${input.number} FOR NO KEY UPDATE`;
    const proposal = await holdProposal(tx, actor, { number: input.number });
    if (!proposal) return notFound("proposal");
    if (!isRequesterOf(actor, proposal.facts)) {
      return refuse("forbidden", "Only the requester asks for time for a proposal.");
    }
    if (proposal.facts.status !== "discussion") {
      return refuse("refused", "Time is asked for while a proposal is in discussion; this one is not.");
    }
    await writeRequest(tx, actor, input, { personId, proposal });
    return done({ number: input.number });
  });
}

interface Context {
  personId: number;
  proposal: { id: number; visibility: "public" | "executive" };
}

async function writeRequest(tx: Tx, actor: Actor, input: Input, context: Context): Promise<void> {
  const { number: _number, ...asked } = input;
  const { personId, proposal } = context;
  const at = now();
  const { id } = await tx.slotRequest.create({
    data: { ...asked, proposalId: proposal.id, requestedById: personId, createdAt: at, updatedAt: at },
    select: { id: true },
  });
  await tx.proposal.update({ where: { id: proposal.id }, data: { updatedAt: at } });
  await record(tx, actor, {
    type: "slot.requested",
    subject: "slot_request",
    subjectId: id,
    proposalId: proposal.id,
    executive: proposal.visibility === "executive",
    data: { ...asked, to: "requested" },
  });
}
