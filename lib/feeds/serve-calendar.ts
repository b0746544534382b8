import { calendarOf } from "../meetings/meeting-calendar";
import { findCalendarBody, listForCalendar } from "../meetings/queries";
import { portalAddress } from "../portal-address";
import { thePublic } from "../workflow/actor";
import { answerFile, noFile } from "./answer-file";

/**
 * All meetings of a year back and to come, to be subscribed to, or those of one body (`?body=board`): what everybody may
 * see, since a calendar asks without a sign-in.
 */
export async function serveCalendar(request: Request): Promise<Response> {
  const body = new URL(request.url).searchParams.get("body") ?? undefined;
  const name = body === undefined ? undefined : await findCalendarBody(body.replaceAll("\0", ""));
  if (name === null) return noFile("Nobody of that name holds meetings.");
  return serve(request, await listForCalendar(thePublic, { body }), name && `${name}: meetings`);
}

/** One meeting for a calendar, with its agenda as everybody may see it. */
export async function serveMeetingCalendar(request: Request, date: string): Promise<Response> {
  const meetings = await listForCalendar(thePublic, { date });
  if (meetings.length === 0) return noFile("No meeting is set on this date.");
  return serve(request, meetings, undefined, `meeting-${date}.ics`);
}

type Meetings = Awaited<ReturnType<typeof listForCalendar>>;

function serve(request: Request, meetings: Meetings, title?: string, file?: string): Response {
  return answerFile(request, {
    body: calendarOf(meetings, portalAddress(), title),
    type: "text/calendar",
    changedAt: new Date(Math.max(0, ...meetings.map(({ changedAt }) => changedAt.getTime()))),
    ...(file && { name: file }),
  });
}
