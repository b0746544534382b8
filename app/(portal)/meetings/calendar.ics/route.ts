import { currentActor } from "@/lib/auth/reader";
import { calendarOf } from "@/lib/meetings/meeting-calendar";
import { listForCalendar } from "@/lib/meetings/queries";
import { portalAddress } from "@/lib/portal-address";

/** All meetings of a year back and to come, to be subscribed to: what everybody may see, unless the reader signed in. */
export async function GET(): Promise<Response> {
  const meetings = await listForCalendar(await currentActor());
  return new Response(calendarOf(meetings, portalAddress()), {
    headers: { "content-type": "text/calendar; charset=utf-8", "cache-control": "private, no-cache" },
  });
}
