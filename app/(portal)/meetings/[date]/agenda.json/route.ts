import { serveAgenda } from "@/lib/feeds/serve-agenda";
import { agendaJson } from "@/lib/meetings/agenda-documents";

export async function GET(request: Request, { params }: { params: Promise<{ date: string }> }) {
  return serveAgenda(request, params, {
    type: "application/json",
    write: (agenda) => JSON.stringify(agendaJson(agenda), null, 2),
  });
}
