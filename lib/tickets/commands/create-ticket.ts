import type { z } from "zod";
import { type Tx, transact } from "../../db/transaction";
import type { HeldProposal } from "../../proposals/facts";
import { isRequester } from "../../proposals/policy";
import { done, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { contentOf } from "../content";
import { holdForTickets } from "../held-split";
import { addTicket } from "../new-ticket";
import type { createTicketInput } from "../schema";

/** A new draft ticket outside a split: on its own, or on a proposal in delivery, by its requester. */
export async function createTicket(
  actor: Actor,
  input: z.output<typeof createTicketInput>,
): Promise<Result<{ number: number }>> {
  if (actor.kind !== "person") return refuse("signed_out", "Sign in to make a ticket.");
  return transact(async (tx) => {
    const proposal =
      input.proposal === undefined ? done(null) : await holdDelivering(tx, actor, input.proposal);
    if (!proposal.ok) return proposal;
    const content = await contentOf(tx, input);
    if (!content.ok) return content;
    const place = { proposal: proposal.value, issue: input.issue };
    const { number } = await addTicket(tx, actor, content.value, place);
    return done({ number });
  });
}

async function holdDelivering(tx: Tx, actor: Actor, number: number): Promise<Result<HeldProposal>> {
  const held = await holdForTickets(tx, actor, number);
  if (!held.ok) return held;
  const { facts } = held.value;
  if (!isRequester(actor, facts)) {
    return refuse("forbidden", "Only its requester adds tickets to a proposal.");
  }
  if (facts.status === "delivering") return held;
  const message =
    facts.status === "splitting"
      ? "The proposal is being split: make its tickets there, so that each stands for something."
      : "Tickets are added to a proposal while it is delivered; this one is not.";
  return refuse("refused", message);
}
