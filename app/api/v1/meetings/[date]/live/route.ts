import { currentActor, currentSessionId } from "@/lib/auth/reader";
import { whatIsWrongWithDate } from "@/lib/calendar-date";
import { lastSeen } from "@/lib/meetings/last-seen";
import { audienceOf, findFollowed } from "@/lib/meetings/live-queries";
import { openLiveStream } from "@/lib/meetings/live-stream";
import { problem } from "../problem";

export const dynamic = "force-dynamic";

const headers = {
  "content-type": "text/event-stream; charset=utf-8",
  // Nothing between here and the reader may keep it, or wait until there is more of it.
  "cache-control": "no-store, no-transform",
  "x-accel-buffering": "no",
};

/**
 * What happens in a meeting, as server-sent events: `state` (where it is), `line` (of the record), `change` (of anything
 * else, by its kind), `beat` every 15 seconds. It goes on after the event that `Last-Event-ID` names, or `?after=`.
 */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ date: string }> },
): Promise<Response> {
  const { date } = await params;
  const meeting = whatIsWrongWithDate(date) ? null : await findFollowed(date);
  if (!meeting) return problem(404, "There is no such meeting, or it is not public.");
  const [actor, sessionId] = await Promise.all([currentActor(), currentSessionId()]);
  const reader = actor.kind === "person" && sessionId ? { sessionId, personId: actor.personId } : null;
  const opened = openLiveStream({
    ...{ meetingId: meeting.id, date: meeting.date, audience: audienceOf(actor), reader },
    after: lastSeen(request.headers.get("last-event-id"), new URL(request.url).searchParams.get("after")),
  });
  if (opened.ok) return new Response(opened.body, { headers });
  const message =
    opened.reason === "full"
      ? "As many follow meetings as this server can serve. The page still works; load it again to see what is new."
      : "This server is about to stop; another takes over in a moment.";
  return problem(503, message, { "retry-after": "5" });
}
