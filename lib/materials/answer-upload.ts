import type { z } from "zod";
import { isFromHere } from "./read-upload";
import { runUpload, type UploadRun } from "./run-upload";

/** A route's answer to a form with a file: where to go, or why it was not even looked at. */
export async function answerUpload<Schema extends z.ZodType, Out>(
  run: UploadRun<Schema, Out>,
): Promise<Response> {
  if (!isFromHere(run.request.headers)) {
    return said(403, "This form was sent from another site. Attach files on the portal's own page.");
  }
  const location = await runUpload(run);
  if (!location) return said(400, "This is no form with a file. Go back, and attach the file on the page.");
  return new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });
}

function said(status: number, sentence: string): Response {
  return new Response(`${sentence}\n`, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });
}
