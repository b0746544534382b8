import { serveAgenda } from "@/lib/feeds/serve-agenda";
import { agendaMarkdown } from "@/lib/meetings/agenda-documents";

export async function GET(request: Request, { params }: { params: Promise<{ date: string }> }) {
  return serveAgenda(request, params, { type: "text/markdown", write: agendaMarkdown });
}
