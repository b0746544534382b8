import { currentActor } from "@/lib/auth/reader";
import { isoDate } from "@/lib/calendar-date";
import { now } from "@/lib/clock";
import { exportProposals } from "@/lib/proposals/list-export";
import { readListAddress } from "@/lib/proposals/list-filter";

/** What the list at the same filter and sort shows this reader, as a file. */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentActor();
  const { filter } = readListAddress(searchOf(request));
  const lines = exportProposals(actor, filter);
  const encoder = new TextEncoder();
  const body = new ReadableStream({
    async pull(controller) {
      const { value, done } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await lines.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8; header=present",
      "content-disposition": `attachment; filename="proposals-${isoDate(now())}.csv"`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}

/** As pages get it: a name that stands twice is a list. */
function searchOf(request: Request): Record<string, string[]> {
  const { searchParams } = new URL(request.url);
  return Object.fromEntries([...searchParams.keys()].map((name) => [name, searchParams.getAll(name)]));
}
