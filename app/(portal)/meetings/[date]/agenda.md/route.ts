import { currentActor } from "@/lib/auth/reader";
import { agendaMarkdown } from "@/lib/meetings/agenda-documents";
import { findAgenda } from "@/lib/meetings/agenda-queries";

/** The agenda as this reader may see it. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ date: string }> },
): Promise<Response> {
  const agenda = await findAgenda(await currentActor(), (await params).date);
  const headers = { "content-type": "text/markdown; charset=utf-8", "cache-control": "private, no-cache" };
  if (!agenda) return new Response("No meeting is set on this date.\n", { status: 404, headers });
  return new Response(agendaMarkdown(agenda), { headers });
}
