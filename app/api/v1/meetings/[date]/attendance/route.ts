import { currentActor } from "@/lib/auth/reader";
import { errorsOf } from "@/lib/form-action";
import { markAttendance } from "@/lib/meetings/commands/mark-attendance";
import { markAttendanceInput } from "@/lib/meetings/session-schema";
import { isOfThisSite, problem, refusalProblem } from "../problem";

/** The roll call: one person, one deed. Pressed twice, it is so once. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ date: string }> },
): Promise<Response> {
  if (!isOfThisSite(request)) return problem(403, "Only the portal’s own pages write here with a cookie.");
  const { date } = await params;
  const actor = await currentActor();
  if (actor.kind !== "person") return problem(401, "You are signed out.");
  const body: unknown = await request.json().catch(() => ({}));
  const read = markAttendanceInput.safeParse({ ...(body as object), date });
  if (!read.success) {
    const errors = errorsOf(read.error);
    return refusalProblem({
      code: "invalid",
      message: errors[0]?.message ?? "This is no attendance.",
      errors,
    });
  }
  const marked = await markAttendance(actor, read.data);
  if (!marked.ok) return refusalProblem(marked.refusal);
  return Response.json(marked.value, { headers: { "cache-control": "no-store" } });
}
