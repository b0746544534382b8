import { answerMinutes } from "../minutes/minutes-file";

export async function GET(_request: Request, { params }: { params: Promise<{ date: string }> }) {
  return answerMinutes(params, "text/plain", (minutes) => minutes.text);
}
