import { serveMinutes } from "@/lib/feeds/serve-minutes";

export async function GET(request: Request, { params }: { params: Promise<{ date: string }> }) {
  return serveMinutes(request, params, { type: "text/markdown", write: ({ markdown }) => markdown });
}
