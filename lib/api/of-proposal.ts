import { findProposalHead, type ProposalHead } from "../proposals/queries";
import type { Actor } from "../workflow/actor";

/** A query about a proposal that was found for this actor; finds nothing where the proposal is not for them. */
export function ofProposal<Input extends { number: number }, Out>(
  query: (actor: Actor, head: ProposalHead, input: Input) => Promise<Out | null | undefined>,
) {
  return async (actor: Actor, input: Input): Promise<Out | null | undefined> => {
    const head = await findProposalHead(actor, input.number);
    return head && query(actor, head, input);
  };
}
