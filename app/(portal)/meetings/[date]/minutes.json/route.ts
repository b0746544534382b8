import { serveMinutes } from "@/lib/feeds/serve-minutes";
import { minutesJson } from "@/lib/meetings/minutes-json";

export async function GET(request: Request, { params }: { params: Promise<{ date: string }> }) {
  return serveMinutes(request, params, {
    type: "application/json",
    write: ({ record }) => JSON.stringify(minutesJson(record), null, 2),
  });
}
