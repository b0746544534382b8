import type { z } from "zod";
import { now } from "../../clock";
import { transact } from "../../db/transaction";
import { done, notFound, type Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import { applyStep } from "../../workflow/apply-step";
import { decide } from "../../workflow/machine";
import { holdMeeting } from "../facts";
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
    return moved.ok ? done({ date: meeting.date }) : moved;
  });
}
