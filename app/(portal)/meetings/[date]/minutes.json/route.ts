import { minutesJson } from "@/lib/meetings/minutes-json";
import { answerMinutes } from "../minutes/minutes-file";

export async function GET(_request: Request, { params }: { params: Promise<{ date: string }> }) {
  return answerMinutes(params, "application/json", (minutes) =>
    JSON.stringify(minutesJson(minutes.record), null, 2),
  );
}
