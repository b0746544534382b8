import type { z } from "zod";
import { now } from "../../clock";
import { type Tx, transact } from "../../db/transaction";
import { renderMarkdown } from "../../discussion/markdown";
import { done, notFound, type Result } from "../../result";
import { type Actor, thePublic } from "../../workflow/actor";
import { applyStep } from "../../workflow/apply-step";
import { decide } from "../../workflow/machine";
import { agendaMarkdown } from "../agenda-documents";
import { findAgendaIn } from "../agenda-queries";
import { type HeldMeeting, holdMeeting } from "../facts";
import { meetingMachine } from "../machine";
import type { publishAgendaInput } from "../schema";

/** The officers tell everybody that this is the agenda; 48 hours before the meeting is what was promised (DOMAIN 5). */
export async function publishAgenda(
  actor: Actor,
  input: z.output<typeof publishAgendaInput>,
): Promise<Result<{ date: string }>> {
  return transact(async (tx) => {
    const meeting = await holdMeeting(tx, actor, { date: input.date });
    if (!meeting) return notFound("meeting");
    const step = decide(meetingMachine, "publish", actor, meeting.facts);
    if (!step.ok) return step;
    const moved = await applyStep(
      tx,
      step.value,
      { id: meeting.id, version: input.version },
      { meetingId: meeting.id, set: { publishedAt: now() }, data: { date: meeting.date } },
    );
    if (!moved.ok) return moved;
    await keepEdition(tx, meeting);
    return done({ date: meeting.date });
  });
}

/** Keeps the agenda as it is now, as everybody and as the board read it: later changes are told apart from it. */
async function keepEdition(tx: Tx, { id: meetingId, date }: HeldMeeting): Promise<void> {
  const [forAll, forBoard] = [
    await findAgendaIn(tx, thePublic, date),
    await findAgendaIn(tx, theBoard, date),
  ];
  if (!forAll || !forBoard) throw new Error(`the agenda of ${date} went away while it was published`);
  const [publicMarkdown, boardMarkdown] = [agendaMarkdown(forAll), agendaMarkdown(forBoard)];
  await tx.agendaEdition.create({
    data: {
      meetingId,
      publishedAt: now(),
      publicMarkdown,
      publicHtml: renderMarkdown(publicMarkdown),
      boardMarkdown,
      boardHtml: renderMarkdown(boardMarkdown),
    },
  });
}

/** Reads all that stands on an agenda, as those do who read executive items. */
const theBoard: Actor = { kind: "system", name: "publishing" };
