"use server";
import type { FormState } from "@/components/forms/form-state";
import { runForm } from "@/lib/form-action";
import { amendMinutes } from "@/lib/meetings/commands/amend-minutes";
import { commentOnMinutes } from "@/lib/meetings/commands/comment-on-minutes";
import { draftMinutes } from "@/lib/meetings/commands/draft-minutes";
import { moveMinutesComment } from "@/lib/meetings/commands/move-minutes-comment";
import { publishMinutes } from "@/lib/meetings/commands/publish-minutes";
import { reviewMinutes } from "@/lib/meetings/commands/review-minutes";
import { writeMinutesNote } from "@/lib/meetings/commands/write-minutes-note";
import {
  amendMinutesInput,
  commentOnMinutesInput,
  moveMinutesCommentInput,
  writeNoteInput,
} from "@/lib/meetings/minutes-schema";
import { meetingMoveInput, publishMinutesInput } from "@/lib/meetings/session-schema";

const page = ({ date }: { date: string }) => `/meetings/${date}/minutes`;
const pathOf = (data: FormData, part = "") =>
  `${page({ date: encodeURIComponent(String(data.get("date"))) })}${part}`;
const thread = ({ date, commentId }: { date: string; commentId: number }) =>
  `${page({ date })}#comment-${commentId}`;

export async function draftMinutesAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "draft-minutes",
    data,
    schema: meetingMoveInput,
    command: draftMinutes,
    next: page,
    path: pathOf(data),
  });
}

export async function reviewMinutesAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "review-minutes",
    data,
    schema: meetingMoveInput,
    command: reviewMinutes,
    next: (review) => `${page(review)}#review`,
    path: pathOf(data),
  });
}

export async function commentOnMinutesAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "minutes-comment",
    data,
    schema: commentOnMinutesInput,
    command: commentOnMinutes,
    next: thread,
    path: pathOf(data),
  });
}

export async function moveMinutesCommentAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "move-minutes-comment",
    data,
    schema: moveMinutesCommentInput,
    command: moveMinutesComment,
    next: thread,
    path: pathOf(data),
  });
}

export async function writeNoteAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "minutes-note",
    data,
    schema: writeNoteInput,
    command: writeMinutesNote,
    next: (note) => `${page(note)}#notes`,
    path: pathOf(data),
  });
}

export async function publishMinutesAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "publish-minutes",
    data,
    schema: publishMinutesInput,
    command: publishMinutes,
    next: page,
    path: pathOf(data),
  });
}

export async function amendMinutesAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "amend-minutes",
    data,
    schema: amendMinutesInput,
    command: amendMinutes,
    next: (amendment) => `${page(amendment)}#amendments`,
    path: pathOf(data, "/amend"),
  });
}
