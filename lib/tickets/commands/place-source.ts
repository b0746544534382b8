import type { z } from "zod";
import { type Tx, transact } from "../../db/transaction";
import { settleQuestion } from "../../discussion/settle-question";
import type { HeldProposal } from "../../proposals/facts";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { contentOf } from "../content";
import { holdSplit, sourceColumn } from "../held-split";
import { addTicket, type Person } from "../new-ticket";
import { type Destination, mayStandFor } from "../policy";
import { findAskFacts, listRoutingRules } from "../routing-queries";
import type { placeSourceInput } from "../schema";
import { routeOfSource, whyRouteNeedsReason } from "../source-route";
import { writeEntry } from "../split-entry";
import { findSource, type HeldSource } from "../split-source";

type Input = z.output<typeof placeSourceInput>;

/**
 * Accounts for one ask, question, condition, action of the minutes or promise (DOMAIN 4): by a new ticket, by one that
 * is there, by an answer, or by dropping it with a reason. One thing may have several tickets. An ask that goes
 * elsewhere than the router proposes says why; a question that is answered here is answered for whoever asked it.
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
    const clash = await clashOf(tx, input, source.name);
    if (clash) return refuse("refused", clash);
    const ticket = await ticketFor(tx, actor, proposal, input);
    if (!ticket.ok) return ticket;
    const route = await weighRoute(tx, source, input, ticket.value);
    if (!route.ok) return route;
    const text = "text" in input ? input.text : "";
    const settled =
      source.kind === "question" && input.disposition === "answered"
        ? await settleQuestion(tx, actor, proposal, { question: source.number, markdown: text })
        : done(null);
    if (!settled.ok) return settled;
    const disposition = input.disposition === "existing" ? "ticketed" : input.disposition;
    await writeEntry(tx, actor, proposal, {
      ...{ source, disposition, text, ticket: ticket.value },
      ...route.value,
    });
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

type Chosen = { id: number; number: number; destination: Destination; requestType: string | null } | null;

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
  const { destination, requestType } = content.value.columns;
  const added = await addTicket(tx, actor, content.value, { proposal, issue: input.issue });
  return done({ ...added, destination, requestType });
}

async function existingTicket(tx: Tx, proposalId: number, number: number): Promise<Result<Chosen>> {
  const ticket = await tx.ticket.findFirst({
    where: { number, proposalId },
    select: { id: true, number: true, status: true, destination: true, requestType: true },
  });
  const message = ticket
    ? `Ticket ${number} was turned away; choose another one, or make a new one.`
    : `There is no ticket ${number} of this proposal; choose one from the list.`;
  return ticket && mayStandFor(ticket.status)
    ? done(ticket)
    : refuse("invalid", message, [{ path: "ticket", message }]);
}

/** What the router says of an ask is followed, or departed from with a reason. */
async function weighRoute(
  tx: Tx,
  { id, text, askKind }: HeldSource,
  input: Input,
  ticket: Chosen,
): Promise<Result<{ routeRule: string; routeReason: string }>> {
  if (!ticket || askKind === null) return done({ routeRule: "", routeReason: "" });
  const facts = await findAskFacts(tx, id);
  const route = routeOfSource({ text, askKind, owedBy: null, ...facts }, await listRoutingRules(tx));
  const routeReason = "routeReason" in input ? input.routeReason : "";
  const why = routeReason === "" ? whyRouteNeedsReason(route, ticket) : undefined;
  if (why) return refuse("invalid", why, [{ path: "routeReason", message: why }]);
  return done({ routeRule: route.rule, routeReason });
}
