import { db } from "@/lib/db/client";
import { acceptAnswer } from "@/lib/discussion/commands/accept-answer";
import { answerQuestion } from "@/lib/discussion/commands/answer-question";
import { askQuestion } from "@/lib/discussion/commands/ask-question";
import { editComment } from "@/lib/discussion/commands/edit-comment";
import { markVisit } from "@/lib/discussion/commands/mark-visit";
import { muteDiscussion } from "@/lib/discussion/commands/mute-discussion";
import { postComment } from "@/lib/discussion/commands/post-comment";
import { react } from "@/lib/discussion/commands/react";
import { reopenQuestion } from "@/lib/discussion/commands/reopen-question";
import { watchDiscussion } from "@/lib/discussion/commands/watch-discussion";
import { quoted } from "@/lib/discussion/quoting";
import type { ReactionKind } from "@/lib/discussion/reactions";
import {
  acceptAnswerInput,
  answerQuestionInput,
  askQuestionInput,
  editCommentInput,
  postCommentInput,
  reactInput,
  reopenQuestionInput,
} from "@/lib/discussion/schema";
import { must } from "./scene";
import type { Player, Told } from "./stage";

/** Asks something without a comment around it. */
export async function ask(by: Player, { number: proposal }: Told, of: string, text: string): Promise<void> {
  must(await askQuestion(by, askQuestionInput.parse({ proposal, of, text })));
}

export async function accept(by: Player, { number: proposal }: Told, question: number): Promise<void> {
  must(await acceptAnswer(by, acceptAnswerInput.parse({ proposal, question })));
}

export async function askAgain(
  by: Player,
  { number: proposal }: Told,
  question: number,
  reason: string,
): Promise<void> {
  must(await reopenQuestion(by, reopenQuestionInput.parse({ proposal, question, reason })));
}

/** What the text says by now answers the question; with a word on where. */
export async function answerInText(
  by: Player,
  { number: proposal }: Told,
  question: number,
  where: { revision: number; markdown: string },
): Promise<void> {
  must(await answerQuestion(by, answerQuestionInput.parse({ proposal, question, ...where })));
}

/** The comment that begins so, as several people find it. */
export async function reactTo(
  told: Told,
  begins: string,
  given: Partial<Record<ReactionKind, readonly Player[]>>,
): Promise<void> {
  const { id: comment } = await commentOf(told, begins);
  for (const [kind, people] of Object.entries(given)) {
    for (const by of people) must(await react(by, reactInput.parse({ comment, kind, give: true })));
  }
}

export async function reword(by: Player, told: Told, begins: string, markdown: string): Promise<void> {
  const { id: comment } = await commentOf(told, begins);
  must(await editComment(by, editCommentInput.parse({ comment, markdown })));
}

/** Says something about what somebody else said. */
export async function reply(by: Player, told: Told, begins: string, markdown: string): Promise<void> {
  const { author, ...comment } = await commentOf(told, begins);
  const quote = quoted({ ...comment, author: author.name }, { proposal: told.number });
  must(
    await postComment(by, postCommentInput.parse({ proposal: told.number, markdown: `${quote}${markdown}` })),
  );
}

export async function tellTheBoard(by: Player, { number: proposal }: Told, markdown: string): Promise<void> {
  must(await postComment(by, postCommentInput.parse({ proposal, markdown, boardOnly: "on" })));
}

export async function watch(by: Player, { number: proposal }: Told): Promise<void> {
  must(await watchDiscussion(by, { proposal }));
}

export async function mute(by: Player, { number: proposal }: Told): Promise<void> {
  must(await muteDiscussion(by, { proposal }));
}

/** Looks at it, so that what is said afterwards is new to them. */
export async function visit(by: Player, { number }: Told): Promise<void> {
  await markVisit(by, (await db.proposal.findUniqueOrThrow({ where: { number } })).id);
}

function commentOf({ number }: Told, begins: string) {
  return db.comment.findFirstOrThrow({
    where: { proposal: { number }, markdown: { startsWith: begins } },
    select: { id: true, markdown: true, author: { select: { name: true } } },
  });
}
