import { randomBytes } from "node:crypto";
import type { z } from "zod";
import { now } from "@/lib/clock";
import { db } from "@/lib/db/client";
import { answerQuestion } from "@/lib/discussion/commands/answer-question";
import { askQuestion } from "@/lib/discussion/commands/ask-question";
import { postComment } from "@/lib/discussion/commands/post-comment";
import { answerQuestionInput, askQuestionInput, postCommentInput } from "@/lib/discussion/schema";
import { type Result, refuse } from "@/lib/result";
import type { Actor } from "@/lib/workflow/actor";
import { aPerson, type Person } from "./people";
import { expectDone } from "./proposals";

/** Sends strings as a form does: they are read by the schema, then the command is carried out. */
export async function send<Schema extends z.ZodType, Out>(
  schema: Schema,
  command: (actor: Actor, input: z.output<Schema>) => Promise<Result<Out>>,
  actor: Actor,
  values: Record<string, unknown>,
): Promise<Result<Out>> {
  const parsed = schema.safeParse(values);
  if (parsed.success) return command(actor, parsed.data);
  const errors = parsed.error.issues.map(({ path, message }) => ({ path: path.join("."), message }));
  return refuse("invalid", errors[0]?.message ?? "", errors);
}

export async function aComment(by: Person, proposal: number, markdown = "I read it."): Promise<number> {
  return expectDone(await send(postCommentInput, postComment, by, { proposal, markdown })).comment;
}

/** A question that somebody is asked; its number. */
export async function aQuestion(
  by: Person,
  proposal: number,
  of: string,
  text = "What is the cloud for?",
): Promise<number> {
  return expectDone(await send(askQuestionInput, askQuestion, by, { proposal, of, text })).question;
}

/** A sentence that an import offered; only an import makes them, so it is written as one would. */
export async function aCandidate(
  proposalId: number,
  commentId: number | null,
  sentence: string,
): Promise<number> {
  const sourceKey = `test#${randomBytes(6).toString("hex")}`;
  const data = { proposalId, commentId, sentence, sourceKey };
  return (await db.questionCandidate.create({ data, select: { id: true } })).id;
}

export function questionRow(proposalId: number, number: number) {
  return db.question.findUniqueOrThrow({ where: { proposalId_number: { proposalId, number } } });
}

/** An answer written now. */
export async function anAnswer(by: Person, proposal: number, question: number, markdown = "For all of us.") {
  return expectDone(await send(answerQuestionInput, answerQuestion, by, { proposal, question, markdown }));
}

/** Leaders of so many SIGs, and nobody else who leads one: what is asked of the role is asked of these. */
export async function theSigLeaders(...names: string[]): Promise<Person[]> {
  await db.roleGrant.updateMany({ where: { role: "sig_chair", until: null }, data: { until: now() } });
  const leaders: Person[] = [];
  for (const name of names) {
    const body = `sig-${randomBytes(3).toString("hex")}`;
    leaders.push(await aPerson({ name, roles: [{ role: "sig_chair", body }] }));
  }
  return leaders;
}
