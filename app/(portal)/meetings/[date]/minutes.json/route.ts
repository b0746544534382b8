import { minutesJson } from "@/lib/meetings/minutes-json";
import { answerMinutes } from "../minutes/minutes-file";

export async function GET(request: Request, { params }: { params: Promise<{ date: string }> }) {
  return answerMinutes(request, params, "application/json", (minutes) =>
    JSON.stringify(minutesJson(minutes.record), null, 2),
  );
}
