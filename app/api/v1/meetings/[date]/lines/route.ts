import { currentActor } from "@/lib/auth/reader";
import { errorsOf } from "@/lib/form-action";
import { typeLine } from "@/lib/meetings/commands/type-line";
import { findLine } from "@/lib/meetings/session-queries";
import { typeLineInput } from "@/lib/meetings/session-schema";
import { isOfThisSite, problem, refusalProblem } from "../problem";

const mostBytes = 200_000;

/**
 * Writes a line as it was typed, under a key that its writer made: sent again, it is the same line. Not a server action:
 * those wait for each other, and lines are typed faster than that.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isOfThisSite(request)) return problem(403, "Only the portal’s own pages write here with a cookie.");
  const actor = await currentActor();
  if (actor.kind !== "person") return problem(401, "You are signed out. The line is kept in this browser.");
  const body = await request.text();
  if (Buffer.byteLength(body) > mostBytes)
    return problem(413, "A line of the minutes may have 20 kB; split it.");
  const read = typeLineInput.safeParse(parsed(body));
  if (!read.success) {
    const errors = errorsOf(read.error);
    return refusalProblem({ code: "invalid", message: errors[0]?.message ?? "This is no line.", errors });
  }
  const written = await typeLine(actor, read.data);
  if (!written.ok) return refusalProblem(written.refusal);
  const line = await findLine(actor, written.value.lineId);
  const headers = { "cache-control": "no-store" };
  return Response.json({ line, warning: written.value.warning ?? null }, { status: 201, headers });
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
