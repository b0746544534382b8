import type { z } from "zod";
import { now } from "../../clock";
import { type Tx, transact } from "../../db/transaction";
import type { HeldProposal } from "../../proposals/facts";
import { done, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { findResolver, holdLockedProposal, type Resolver } from "../concern-facts";
import { mayOpenConcern } from "../concern-policy";
import type { openConcernInput } from "../concern-schema";
import { type Person, signInFirst } from "../facts";
import { renderKnown } from "../mention-queries";
import { excerpt } from "../plain-text";
import { touch } from "../write-comment";

/** More than anybody will ever raise: a list has to end somewhere. */
const mostConcerns = 200;

/** A director objects: the proposal cannot be approved until it is resolved or taken back (DOMAIN 3, 6). */
export async function openConcern(
  actor: Actor,
  input: z.output<typeof openConcernInput>,
): Promise<Result<{ proposal: number; concern: number }>> {
  if (actor.kind !== "person") return signInFirst;
  return transact(async (tx) => {
    const held = await holdLockedProposal(tx, actor, input.proposal);
    if (!held.ok) return held;
    const proposal = held.value;
    const allowed = mayOpenConcern(actor, proposal.facts);
    if (!allowed.ok) return allowed;
    const resolver = await findResolver(tx, proposal, input.resolver);
    if (!resolver.ok) return resolver;
    if (resolver.value.resolverPersonId === actor.personId) return notYourself();
    const number = await nextNumber(tx, proposal.id);
    if (number > mostConcerns) {
      return refuse("refused", `There are ${mostConcerns} concerns already: write to an earlier one.`);
    }
    await write(tx, actor, proposal, { number, text: input.text, resolver: resolver.value });
    await touch(tx, { proposalId: proposal.id, ticketId: null });
    return done({ proposal: proposal.number, concern: number });
  });
}

function notYourself() {
  const message = "Name somebody else to resolve it: you are the one who says whether it is resolved.";
  return refuse("invalid", message, [{ path: "resolver", message }]);
}

async function nextNumber(tx: Tx, proposalId: number): Promise<number> {
  const { _max } = await tx.concern.aggregate({ where: { proposalId }, _max: { number: true } });
  return (_max.number ?? 0) + 1;
}

async function write(
  tx: Tx,
  actor: Person,
  proposal: HeldProposal,
  { number, text, resolver }: { number: number; text: string; resolver: Resolver },
): Promise<void> {
  const row = await tx.concern.create({
    data: {
      proposalId: proposal.id,
      number,
      text,
      html: (await renderKnown(tx, text, { proposal: proposal.number })).html,
      openerId: actor.personId,
      ...resolver,
      revision: proposal.revision,
      createdAt: now(),
    },
    select: {
      id: true,
      resolverPerson: { select: { name: true } },
      resolverBody: { select: { name: true } },
    },
  });
  await record(tx, actor, {
    type: "concern.opened",
    subject: "concern",
    subjectId: row.id,
    proposalId: proposal.id,
    executive: proposal.visibility === "executive",
    data: {
      to: "open",
      number,
      text: excerpt(text, 300),
      of: (row.resolverPerson ?? row.resolverBody)?.name ?? "",
      openerId: actor.personId,
      ...resolver,
    },
  });
}
