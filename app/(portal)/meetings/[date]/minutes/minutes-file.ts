import { currentActor } from "@/lib/auth/reader";
import { whatIsWrongWithDate } from "@/lib/calendar-date";
import { findMinutes, type ShownMinutes } from "@/lib/meetings/minutes-queries";

/**
 * The minutes as a file. Always what everybody may read: a file is passed on, so executive items are in none of them,
 * whoever asks. A draft is there for the directors and officers only.
 */
export async function answerMinutes(
  params: Promise<{ date: string }>,
  type: string,
  body: (minutes: ShownMinutes) => string,
): Promise<Response> {
  const { date } = await params;
  const found = whatIsWrongWithDate(date) ? null : await findMinutes(await currentActor(), date);
  if (!found?.shown) {
    return new Response("There are no minutes of this date, or they are not public yet.\n", {
      status: 404,
      headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
    });
  }
  return new Response(body(found.shown), {
    headers: {
      "content-type": `${type}; charset=utf-8`,
      "cache-control": found.status === "published" ? "public, max-age=300" : "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
