import type { z } from "zod";
import { now } from "../../clock";
import { type Tx, transact } from "../../db/transaction";
import type { HeldProposal } from "../../proposals/facts";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { contentOf } from "../content";
import { findSource, holdSplit, sourceColumn } from "../held-split";
import { addTicket, type Person } from "../new-ticket";
import { mayStandFor } from "../policy";
import type { placeSourceInput } from "../schema";
import { sourceName } from "../split-balance";

type Input = z.output<typeof placeSourceInput>;

/**
 * Accounts for one ask, question, condition or action of the minutes (DOMAIN 4): by a new ticket, by one that is
 * there, by an answer, or by dropping it with a reason. One thing may have several tickets.
 */
export async function placeSource(
  actor: Actor,
  input: Input,
): Promise<Result<{ number: number; ticket: number | null }>> {
  if (actor.kind !== "person") return refuse("signed_out", "Sign in to split a proposal.");
  return transact(async (tx) => {
    const held = await holdSplit(tx, actor, input.number);
    if (!held.ok) return held;
    const proposal = held.value;
    const source = await findSource(tx, proposal.id, input);
    if (!source) return notFound("part of this proposal");
    const name = sourceName({ kind: input.sourceKind, number: source.number });
    const clash = await clashOf(tx, input, name);
    if (clash) return refuse("refused", clash);
    const ticket = await ticketFor(tx, actor, proposal, input);
    if (!ticket.ok) return ticket;
    await writeEntry(tx, actor, proposal, { input, name, ticket: ticket.value });
    return done({ number: proposal.number, ticket: ticket.value?.number ?? null });
  });
}

/** One thing is ticketed, or answered, or dropped: what stands there already has to be taken back first. */
async function clashOf(tx: Tx, input: Input, name: string): Promise<string | undefined> {
  const there = await tx.splitEntry.findFirst({
    where: sourceColumn(input.sourceKind, input.sourceId),
    select: { disposition: true },
  });
  const isTicket = input.disposition === "ticketed" || input.disposition === "existing";
  if (!there || (there.disposition === "ticketed" && isTicket)) return undefined;
  const how = there.disposition === "ticketed" ? "has a ticket" : `is ${there.disposition}`;
  return `The ${name} ${how} already; take that back first.`;
}

type Chosen = { id: number; number: number } | null;

async function ticketFor(
  tx: Tx,
  actor: Person,
  proposal: HeldProposal,
  input: Input,
): Promise<Result<Chosen>> {
  if (input.disposition === "existing") return existingTicket(tx, proposal.id, input.ticket);
  if (input.disposition !== "ticketed") return done(null);
  const content = await contentOf(tx, input);
  if (!content.ok) return content;
  return done(await addTicket(tx, actor, content.value, { proposal, issue: input.issue }));
}

async function existingTicket(tx: Tx, proposalId: number, number: number): Promise<Result<Chosen>> {
  const ticket = await tx.ticket.findFirst({
    where: { number, proposalId },
    select: { id: true, number: true, status: true },
  });
  const message = ticket
    ? `Ticket ${number} was turned away; choose another one, or make a new one.`
    : `There is no ticket ${number} of this proposal; choose one from the list.`;
  return ticket && mayStandFor(ticket.status)
    ? done(ticket)
    : refuse("invalid", message, [{ path: "ticket", message }]);
}

async function writeEntry(
  tx: Tx,
  actor: Person,
  proposal: HeldProposal,
  placed: { input: Input; name: string; ticket: Chosen },
): Promise<void> {
  const { input, name, ticket } = placed;
  const text = "text" in input ? input.text : "";
  const disposition = input.disposition === "existing" ? "ticketed" : input.disposition;
  await tx.splitEntry.create({
    data: {
      proposalId: proposal.id,
      ...sourceColumn(input.sourceKind, input.sourceId),
      disposition,
      ticketId: ticket?.id ?? null,
      text,
      byId: actor.personId,
      createdAt: now(),
    },
  });
  await record(tx, actor, {
    type: "split.placed",
    subject: "proposal",
    subjectId: proposal.id,
    proposalId: proposal.id,
    ticketId: ticket?.id ?? null,
    executive: proposal.visibility === "executive",
    data: {
      source: name,
      disposition,
      ...(ticket && { ticket: ticket.number }),
      ...(text && { reason: text }),
    },
  });
}
