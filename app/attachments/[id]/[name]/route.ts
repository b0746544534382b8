import { currentActor } from "@/lib/auth/reader";
import { findAttachment, readAttachment } from "@/lib/materials/queries";
import { answerFor } from "@/lib/materials/serve-file";

/** An attached file, for whoever may see its proposal. The name in the address is for people; the id finds it. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string; name: string }> },
): Promise<Response> {
  const file = await findAttachment(await currentActor(), (await params).id);
  if (!file) {
    return new Response("There is no such file, or it is not public.\n", {
      status: 404,
      headers: {
        "content-type": "text/plain; charset=utf-8",
        "content-security-policy": "default-src 'none'; sandbox",
        "cache-control": "no-store",
      },
    });
  }
  const { status, headers, part } = answerFor(file, request.headers);
  if (!part || request.method === "HEAD") return new Response(null, { status, headers });
  return new Response(new Uint8Array(await readAttachment(file, part)), { status, headers });
}

export const HEAD = GET;
