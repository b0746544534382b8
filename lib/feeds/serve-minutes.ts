import { currentActor } from "../auth/reader";
import { whatIsWrongWithDate } from "../calendar-date";
import { findMinutes, type Minutes, type ShownMinutes } from "../meetings/minutes-queries";
import { thePublic } from "../workflow/actor";
import { answerFile, noFile } from "./answer-file";

/**
 * The minutes as a file. Always what everybody may read: a file is passed on, so executive items are in none of them,
 * whoever asks. A draft is there for the directors and officers only.
 */
export async function serveMinutes(
  request: Request,
  params: Promise<{ date: string }>,
  { type, write }: { type: string; write: (minutes: ShownMinutes) => string },
): Promise<Response> {
  const { date } = await params;
  const found = whatIsWrongWithDate(date) ? null : await findFile(date);
  if (!found?.shown) return noFile("There are no minutes of this date, or they are not public yet.");
  const body = write(found.shown);
  if (found.status === "published") return answerFile(request, { body, type });
  return new Response(body, {
    headers: {
      "content-type": `${type}; charset=utf-8`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}

async function findFile(date: string): Promise<Minutes | null> {
  const forAll = await findMinutes(thePublic, date);
  return forAll && !forAll.shown ? findMinutes(await currentActor(), date) : forAll;
}
