import { serveAgenda } from "@/lib/feeds/serve-agenda";
import { agendaText } from "@/lib/meetings/agenda-documents";

export async function GET(request: Request, { params }: { params: Promise<{ date: string }> }) {
  return serveAgenda(request, params, { type: "text/plain", write: agendaText });
}
