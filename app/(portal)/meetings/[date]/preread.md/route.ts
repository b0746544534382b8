import { currentActor } from "@/lib/auth/reader";
import { prereadMarkdown } from "@/lib/meetings/preread-document";
import { findPreread } from "@/lib/meetings/preread-queries";

/** The pre-read as one file, as this reader may see it. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ date: string }> },
): Promise<Response> {
  const { date } = await params;
  const pack = await findPreread(await currentActor(), date);
  const headers = { "content-type": "text/markdown; charset=utf-8", "cache-control": "private, no-cache" };
  if (!pack) return new Response("No meeting is set on this date.\n", { status: 404, headers });
  return new Response(prereadMarkdown(pack), {
    headers: { ...headers, "content-disposition": `attachment; filename="preread-${pack.date}.md"` },
  });
}
