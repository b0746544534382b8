import { z } from "zod";
import { calendarDate } from "../../calendar-date";
import { amendMinutes } from "../../meetings/commands/amend-minutes";
import { commentOnMinutes } from "../../meetings/commands/comment-on-minutes";
import { draftMinutes } from "../../meetings/commands/draft-minutes";
import { moveMinutesComment } from "../../meetings/commands/move-minutes-comment";
import { publishMinutes } from "../../meetings/commands/publish-minutes";
import { reviewMinutes } from "../../meetings/commands/review-minutes";
import { writeMinutesNote } from "../../meetings/commands/write-minutes-note";
import { findMinutes, type ShownMinutes } from "../../meetings/minutes-queries";
import {
  amendMinutesInput,
  commentOnMinutesInput,
  moveMinutesCommentInput,
  writeNoteInput,
} from "../../meetings/minutes-schema";
import { meetingMoveInput, publishMinutesInput } from "../../meetings/session-schema";
import { type Actor, readsExecutive } from "../../workflow/actor";
import { minutes } from "../answers/minutes";
import { either, own } from "../audience";
import { board, directors, everyone, officers } from "../audiences";
import { deed, type Operation, read } from "../operation";

const dated = z.object({ date: z.string() });
const one = z.object({ date: calendarDate });

export const minutesOperations: readonly Operation[] = [
  read(
    "GET /meetings/{date}/minutes",
    "Read the minutes, their review and amendments as JSON, or as a text at minutes.md and minutes.txt",
    everyone,
    one,
    (actor, { date }) => findMinutes(actor, date, { directorsView: readsExecutive(actor) }),
    minutes,
  ),
  read(
    "GET /meetings/{date}/minutes.md",
    "Read what everybody may read of the minutes, as Markdown",
    everyone,
    one,
    shared,
    z.string(),
    asText("text/markdown", "markdown"),
  ),
  read(
    "GET /meetings/{date}/minutes.txt",
    "Read what everybody may read of the minutes, as text",
    everyone,
    one,
    shared,
    z.string(),
    asText("text/plain", "text"),
  ),
  deed(
    "POST /meetings/{date}/minutes/draft",
    "Draft the minutes from the record",
    officers,
    meetingMoveInput,
    draftMinutes,
    dated,
  ),
  deed(
    "POST /meetings/{date}/minutes/review",
    "Say that you have reviewed the minutes",
    directors,
    meetingMoveInput,
    reviewMinutes,
    dated,
  ),
  deed(
    "POST /meetings/{date}/minutes/publish",
    "Publish the minutes",
    officers,
    publishMinutesInput,
    publishMinutes,
    dated,
  ),
  deed(
    "POST /meetings/{date}/minutes/amend",
    "Amend minutes that are published",
    officers,
    amendMinutesInput,
    amendMinutes,
    z.object({ date: z.string(), number: z.number() }),
  ),
  deed(
    "POST /meetings/{date}/minutes/comments",
    "Comment on minutes under review",
    board,
    commentOnMinutesInput,
    commentOnMinutes,
    z.object({ date: z.string(), commentId: z.number() }),
    { status: 201 },
  ),
  deed(
    "POST /minutes-comments/{commentId}/{move}",
    "Resolve such a comment, or reopen it",
    { resolve: either(officers, own("who wrote it", board.may)), reopen: board },
    moveMinutesCommentInput,
    moveMinutesComment,
    z.object({ date: z.string(), commentId: z.number() }),
  ),
  deed(
    "PUT /meetings/{date}/minutes/note",
    "Write the preface, or a note under an item",
    officers,
    writeNoteInput,
    writeMinutesNote,
    dated,
  ),
];

async function shared(actor: Actor, { date }: z.output<typeof one>) {
  return (await findMinutes(actor, date))?.shown;
}

function asText(mediaType: string, part: "markdown" | "text") {
  return {
    text: { mediaType: `${mediaType}; charset=utf-8`, write: (shown: ShownMinutes) => shown[part] },
  };
}
