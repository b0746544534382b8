import { isFromHere } from "@/lib/materials/read-upload";
import { runUpload } from "@/lib/materials/run-upload";
import { readNumber } from "@/lib/proposals/schema";

/** The form that attaches a file: a plain POST, answered with where to go. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ number: string }> },
): Promise<Response> {
  if (!isFromHere(request.headers)) {
    return said(403, "This form was sent from another site. Attach files on the proposal's own page.");
  }
  const location = await runUpload(request, readNumber((await params).number));
  if (!location) return said(400, "This is no form with a file. Go back, and attach the file on the page.");
  return new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });
}

function said(status: number, sentence: string): Response {
  return new Response(`${sentence}\n`, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });
}
