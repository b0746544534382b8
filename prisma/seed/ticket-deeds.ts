import type { z } from "zod";
import { db } from "@/lib/db/client";
import { postComment } from "@/lib/discussion/commands/post-comment";
import { postCommentInput } from "@/lib/discussion/schema";
import { confirmSplit } from "@/lib/tickets/commands/confirm-split";
import { createTicket } from "@/lib/tickets/commands/create-ticket";
import { linkExternalIssue } from "@/lib/tickets/commands/link-external-issue";
import { markFollowUp } from "@/lib/tickets/commands/mark-follow-up";
import { moveTicket } from "@/lib/tickets/commands/move-ticket";
import { placeSource } from "@/lib/tickets/commands/place-source";
import type { TicketMove } from "@/lib/tickets/policy";
import {
  createTicketInput,
  linkIssueInput,
  moveTicketInput,
  placeSourceInput,
  type ticketContent,
} from "@/lib/tickets/schema";
import type { SourceKind } from "@/lib/tickets/split-balance";
import { seen } from "./proposal-deeds";
import { must } from "./scene";
import type { Player, Told } from "./stage";

/** What a split accounts for, by the words it begins with. */
export type SourceOf = readonly [kind: SourceKind, beginsWith: string];

/** Makes a ticket of something that was asked, and gives its number. */
export async function ticketFor(
  by: Player,
  told: Told,
  source: SourceOf,
  content: z.input<typeof ticketContent> & { routeReason?: string },
): Promise<number> {
  const input = { ...(await sourceOf(told, source)), disposition: "ticketed", ...content };
  return must(await placeSource(by, placeSourceInput.parse(input))).ticket ?? 0;
}

/** One ticket more of a proposal that is delivered already. */
export async function oneMore(
  by: Player,
  { number: proposal }: Told,
  content: z.input<typeof ticketContent>,
): Promise<number> {
  return must(await createTicket(by, createTicketInput.parse({ ...content, proposal }))).number;
}

/** Says that a ticket which is there stands for this as well. */
export async function alsoFor(by: Player, told: Told, source: SourceOf, ticket: number): Promise<void> {
  const input = { ...(await sourceOf(told, source)), disposition: "existing", ticket };
  must(await placeSource(by, placeSourceInput.parse(input)));
}

export async function settle(
  by: Player,
  told: Told,
  source: SourceOf,
  how: { disposition: "answered" | "dropped"; text: string },
): Promise<void> {
  must(await placeSource(by, placeSourceInput.parse({ ...(await sourceOf(told, source)), ...how })));
}

/** Says that the comment which begins so promises something. */
export async function promised(by: Player, { number }: Told, begins: string): Promise<void> {
  const where = { proposal: { number }, markdown: { startsWith: begins } };
  const { id } = await db.comment.findFirstOrThrow({ where, select: { id: true } });
  must(await markFollowUp(by, { comment: id }));
}

export async function confirm(by: Player, told: Told): Promise<void> {
  must(await confirmSplit(by, await seen(told)));
}

export async function move(by: Player, number: number, name: TicketMove, reason = ""): Promise<void> {
  const version = await versionOf(number);
  must(await moveTicket(by, moveTicketInput.parse({ number, version, move: name, reason })));
}

export async function link(by: Player, number: number, issue: string): Promise<void> {
  const version = await versionOf(number);
  must(await linkExternalIssue(by, linkIssueInput.parse({ number, version, issue })));
}

export async function sayOn(by: Player, ticket: number, markdown: string): Promise<void> {
  must(await postComment(by, postCommentInput.parse({ ticket, markdown })));
}

async function versionOf(number: number): Promise<number> {
  return (await db.ticket.findUniqueOrThrow({ where: { number }, select: { version: true } })).version;
}

async function sourceOf({ number }: Told, [sourceKind, beginsWith]: SourceOf) {
  const { id } = await findSource(number, sourceKind, beginsWith);
  return { number, sourceKind, sourceId: id };
}

function findSource(number: number, kind: SourceKind, beginsWith: string): Promise<{ id: number }> {
  const text = { startsWith: beginsWith };
  const select = { id: true };
  const proposal = { number };
  if (kind === "ask") return db.ask.findFirstOrThrow({ where: { proposal, text }, select });
  if (kind === "question") return db.question.findFirstOrThrow({ where: { proposal, text }, select });
  if (kind === "condition") {
    return db.condition.findFirstOrThrow({ where: { decision: { proposal }, text }, select });
  }
  if (kind === "follow_up") return db.followUp.findFirstOrThrow({ where: { proposal, text }, select });
  return db.minuteLine.findFirstOrThrow({ where: { item: { proposal }, kind: "action", text }, select });
}
