import { currentActor } from "@/lib/auth/reader";
import { agendaJson } from "@/lib/meetings/agenda-documents";
import { findAgenda } from "@/lib/meetings/agenda-queries";

/** The agenda as this reader may see it. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ date: string }> },
): Promise<Response> {
  const agenda = await findAgenda(await currentActor(), (await params).date);
  const headers = { "cache-control": "private, no-cache" };
  if (!agenda) return Response.json({ error: "No meeting is set on this date." }, { status: 404, headers });
  return Response.json(agendaJson(agenda), { headers });
}
