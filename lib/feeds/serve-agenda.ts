import { whatIsWrongWithDate } from "../calendar-date";
import { type Agenda, findAgenda } from "../meetings/agenda-queries";
import { thePublic } from "../workflow/actor";
import { answerFile, noFile } from "./answer-file";

/** The agenda as a file: always what everybody may read, whoever asks, because a file is passed on. */
export async function serveAgenda(
  request: Request,
  params: Promise<{ date: string }>,
  as: { type: string; write: (agenda: Agenda) => string },
): Promise<Response> {
  const { date } = await params;
  const agenda = whatIsWrongWithDate(date) ? null : await findAgenda(thePublic, date);
  if (!agenda) return noFile("No meeting is set on this date.");
  return answerFile(request, { body: as.write(agenda), type: as.type });
}
