import { answerMinutes } from "../minutes/minutes-file";

export async function GET(request: Request, { params }: { params: Promise<{ date: string }> }) {
  return answerMinutes(request, params, "text/markdown", (minutes) => minutes.markdown);
}
