import type { z } from "zod";
import { db } from "@/lib/db/client";
import { answerQuestion } from "@/lib/discussion/commands/answer-question";
import { postComment } from "@/lib/discussion/commands/post-comment";
import { answerQuestionInput, postCommentInput } from "@/lib/discussion/schema";
import { createProposal } from "@/lib/proposals/commands/create-proposal";
import { publishProposal } from "@/lib/proposals/commands/publish-proposal";
import { reviseProposal } from "@/lib/proposals/commands/revise-proposal";
import { withdrawProposal } from "@/lib/proposals/commands/withdraw-proposal";
import { proposalInput, reviseInput } from "@/lib/proposals/schema";
import { must } from "./scene";
import type { Player, Told } from "./stage";

export type Writing = z.input<typeof proposalInput>;

/** Saves a draft and remembers its number. */
export async function draft(by: Player, told: Told, writing: Writing): Promise<void> {
  told.number = must(await createProposal(by, proposalInput.parse(writing))).number;
}

/** Writes a proposal and publishes it at once. */
export async function publish(by: Player, told: Told, writing: Writing): Promise<void> {
  await draft(by, told, writing);
  must(await publishProposal(by, await seen(told)));
}

export async function revise(by: Player, told: Told, writing: Writing, reason: string): Promise<void> {
  must(await reviseProposal(by, reviseInput.parse({ ...writing, reason, ...(await seen(told)) })));
}

export async function withdraw(by: Player, told: Told, reason: string): Promise<void> {
  must(await withdrawProposal(by, { ...(await seen(told)), reason }));
}

/** Says something; with `askOf` the comment asks that person or body. */
export async function say(
  by: Player,
  told: Told,
  markdown: string,
  asks: { askOf?: string; question?: string } = {},
): Promise<void> {
  must(await postComment(by, postCommentInput.parse({ proposal: told.number, markdown, ...asks })));
}

export async function answer(by: Player, told: Told, question: number, markdown: string): Promise<void> {
  const input = answerQuestionInput.parse({ proposal: told.number, question, markdown });
  must(await answerQuestion(by, input));
}

/** The proposal as somebody sees it who looks at it now. */
export async function seen({ number }: Told): Promise<{ number: number; version: number }> {
  return db.proposal.findUniqueOrThrow({ where: { number }, select: { number: true, version: true } });
}
