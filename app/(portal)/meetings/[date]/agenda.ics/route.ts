import { currentActor } from "@/lib/auth/reader";
import { calendarOf } from "@/lib/meetings/meeting-calendar";
import { listForCalendar } from "@/lib/meetings/queries";
import { portalAddress } from "@/lib/portal-address";

/** One meeting for a calendar, with its agenda as this reader may see it. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ date: string }> },
): Promise<Response> {
  const { date } = await params;
  const meetings = await listForCalendar(await currentActor(), date);
  const headers = { "cache-control": "private, no-cache" };
  if (meetings.length === 0) {
    return new Response("No meeting is set on this date.\n", {
      status: 404,
      headers: { ...headers, "content-type": "text/plain; charset=utf-8" },
    });
  }
  return new Response(calendarOf(meetings, portalAddress()), {
    headers: {
      ...headers,
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": `attachment; filename="meeting-${meetings[0]?.date}.ics"`,
    },
  });
}
