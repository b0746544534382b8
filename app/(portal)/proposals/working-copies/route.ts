import { currentActor } from "@/lib/auth/reader";
import { errorsOf } from "@/lib/form-action";
import { saveWorkingCopy } from "@/lib/proposals/commands/save-working-copy";
import { saveCopyInput, workingCopyBytes } from "@/lib/proposals/working-copy-schema";
import type { RefusalCode } from "@/lib/result";
import { waitHeader, waitSentence } from "@/lib/wait-header";

const statuses: Partial<Record<RefusalCode, number>> = { signed_out: 401, not_found: 404, conflict: 409 };

/**
 * Where a form saves itself while somebody types. Not a server action: those run one after the other, and the one that
 * saves for good would wait for this one. Answers `{copy, copyVersion, savedAt}`, or `{message}` with what is wrong.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isOfThisSite(request)) return no(403, "Only the portal's own pages save here.");
  const wait = Number(request.headers.get(waitHeader) ?? 0);
  if (wait > 0) return no(429, waitSentence(wait));
  const actor = await currentActor();
  if (actor.kind !== "person") return no(401, "You are signed out.");
  const body = await request.text();
  if (Buffer.byteLength(body) > workingCopyBytes) {
    return no(
      413,
      `This form holds more than ${workingCopyBytes / 1_000_000} MB, the most that can be kept.`,
    );
  }
  const read = saveCopyInput.safeParse(parsed(body));
  if (!read.success) {
    const [first] = errorsOf(read.error);
    return no(422, first?.message ?? "This makes no sense.", first?.path.replace(/^values\./, ""));
  }
  const saved = await saveWorkingCopy(actor, read.data);
  if (!saved.ok) return no(statuses[saved.refusal.code] ?? 422, saved.refusal.message);
  return Response.json(saved.value, { headers: { "cache-control": "no-store" } });
}

/** JSON from another site's page would need this server's leave first, and never gets it. */
function isOfThisSite({ headers }: Request): boolean {
  const site = headers.get("sec-fetch-site") ?? "same-origin";
  return site === "same-origin" && (headers.get("content-type") ?? "").startsWith("application/json");
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function no(status: number, message: string, field?: string): Response {
  return Response.json({ message, field }, { status, headers: { "cache-control": "no-store" } });
}
