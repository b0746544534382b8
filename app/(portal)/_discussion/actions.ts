"use server";
import type { z } from "zod";
import type { FormState } from "@/components/forms/form-state";
import { acceptAnswer } from "@/lib/discussion/commands/accept-answer";
import { answerQuestion } from "@/lib/discussion/commands/answer-question";
import { askQuestion } from "@/lib/discussion/commands/ask-question";
import { concludeQuestion } from "@/lib/discussion/commands/conclude-question";
import { confirmCandidate } from "@/lib/discussion/commands/confirm-candidate";
import { dismissCandidate } from "@/lib/discussion/commands/dismiss-candidate";
import { editComment } from "@/lib/discussion/commands/edit-comment";
import { postComment } from "@/lib/discussion/commands/post-comment";
import { reopenQuestion } from "@/lib/discussion/commands/reopen-question";
import { withdrawQuestion } from "@/lib/discussion/commands/withdraw-question";
import { discussedHref } from "@/lib/discussion/discussed-href";
import {
  acceptAnswerInput,
  answerQuestionInput,
  askQuestionInput,
  concludeQuestionInput,
  confirmCandidateInput,
  dismissCandidateInput,
  editCommentInput,
  postCommentInput,
  reopenQuestionInput,
  withdrawQuestionInput,
} from "@/lib/discussion/schema";
import { runForm } from "@/lib/form-action";
import type { Result } from "@/lib/result";
import type { Actor } from "@/lib/workflow/actor";

export async function postCommentAction(_previous: FormState, data: FormData): Promise<FormState> {
  const page = pageOf(data);
  return runForm({
    form: "comment",
    data,
    schema: postCommentInput,
    command: postComment,
    next: (said) => saidAt(page, said),
    path: page,
  });
}

export async function editCommentAction(_previous: FormState, data: FormData): Promise<FormState> {
  const page = pageOf(data);
  return runForm({
    form: "edit-comment",
    data,
    schema: editCommentInput,
    command: editComment,
    next: (said) => saidAt(page, said),
    path: `${page}/comments/${idIn(data, "comment")}/edit`,
  });
}

export async function askQuestionAction(_previous: FormState, data: FormData): Promise<FormState> {
  return onQuestions("ask-question", data, askQuestionInput, askQuestion);
}

export async function answerQuestionAction(_previous: FormState, data: FormData): Promise<FormState> {
  const form = `answer-${idIn(data, "question")}`;
  if (data.get("instead") !== "comment") return onQuestions(form, data, answerQuestionInput, answerQuestion);
  // The question does not take an answer any more: what was typed is said as a comment.
  const page = pageOf(data);
  return runForm({
    form,
    data,
    schema: postCommentInput,
    read: ({ proposal, ticket, markdown }) => ({ proposal, ticket, markdown }),
    command: postComment,
    next: ({ comment }) => `${page}?comment=${comment}#comment-${comment}`,
    path: `${page}/questions`,
  });
}

export async function acceptAnswerAction(_previous: FormState, data: FormData): Promise<FormState> {
  return onQuestions(`accept-${idIn(data, "question")}`, data, acceptAnswerInput, acceptAnswer);
}

export async function concludeQuestionAction(_previous: FormState, data: FormData): Promise<FormState> {
  return onQuestions(`conclude-${idIn(data, "question")}`, data, concludeQuestionInput, concludeQuestion);
}

export async function withdrawQuestionAction(_previous: FormState, data: FormData): Promise<FormState> {
  return onQuestions(`withdraw-${idIn(data, "question")}`, data, withdrawQuestionInput, withdrawQuestion);
}

export async function reopenQuestionAction(_previous: FormState, data: FormData): Promise<FormState> {
  return onQuestions(`reopen-${idIn(data, "question")}`, data, reopenQuestionInput, reopenQuestion);
}

export async function confirmCandidateAction(_previous: FormState, data: FormData): Promise<FormState> {
  return onQuestions(`confirm-${idIn(data, "candidate")}`, data, confirmCandidateInput, confirmCandidate);
}

export async function dismissCandidateAction(_previous: FormState, data: FormData): Promise<FormState> {
  return onQuestions("dismiss", data, dismissCandidateInput, dismissCandidate);
}

/** Forms of the questions page come back to it, at the question that they were about. */
async function onQuestions<Schema extends z.ZodType, Out extends object>(
  form: string,
  data: FormData,
  schema: Schema,
  command: (actor: Actor, input: z.output<Schema>) => Promise<Result<Out>>,
): Promise<FormState> {
  const path = `${pageOf(data)}/questions`;
  const next = (out: Out) => ("question" in out ? `${path}#question-${out.question}` : `${path}#candidates`);
  return runForm({ form, data, schema, command, next, path });
}

/** At the comment; names in it that nobody has are told there. */
function saidAt(page: string, { comment, nobody = [] }: { comment: number; nobody?: string[] }): string {
  const names = nobody.slice(0, 5).join(",");
  return `${page}?comment=${comment}${names && `&nobody=${encodeURIComponent(names)}`}#comment-${comment}`;
}

function pageOf(data: FormData): string {
  return data.has("ticket")
    ? discussedHref({ ticket: idIn(data, "ticket") })
    : discussedHref({ proposal: idIn(data, "proposal") });
}

/** A number from a hidden field, for an address: anything else is 0, which no page has. */
function idIn(data: FormData, field: string): number {
  const value = Number(data.get(field));
  return Number.isSafeInteger(value) && value > 0 ? value : 0;
}
