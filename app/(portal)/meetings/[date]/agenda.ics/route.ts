import { serveMeetingCalendar } from "@/lib/feeds/serve-calendar";

/** One meeting for a calendar; it is also asked for as /meetings/2021-10-13.ics (next.config.js). */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ date: string }> },
): Promise<Response> {
  return serveMeetingCalendar(request, (await params).date);
}
