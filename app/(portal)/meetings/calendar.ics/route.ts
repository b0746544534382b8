import { serveCalendar } from "@/lib/feeds/serve-calendar";

/** The meetings for a calendar, at the address that it had first. */
export async function GET(request: Request): Promise<Response> {
  return serveCalendar(request);
}

export const dynamic = "force-dynamic";
