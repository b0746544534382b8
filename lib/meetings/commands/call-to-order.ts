import type { z } from "zod";
import { now } from "../../clock";
import { transact } from "../../db/transaction";
import { listSeatedDirectors } from "../../people/queries";
import { done, notFound, type Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import { applyStep } from "../../workflow/apply-step";
import { decide } from "../../workflow/machine";
import { holdMeeting } from "../facts";
import { meetingMachine } from "../machine";
import type { meetingMoveInput } from "../session-schema";

/** Begins the meeting; the directors seated at this moment are counted, and quorum is a majority of them (DOMAIN 5). */
export async function callToOrder(
  actor: Actor,
  input: z.output<typeof meetingMoveInput>,
): Promise<Result<{ date: string }>> {
  return transact(async (tx) => {
    const meeting = await holdMeeting(tx, actor, { date: input.date });
    if (!meeting) return notFound("meeting");
    const step = decide(meetingMachine, "call_to_order", actor, meeting.facts);
    if (!step.ok) return step;
    const seated = await listSeatedDirectors(tx, now());
    const moved = await applyStep(
      tx,
      step.value,
      { id: meeting.id, version: input.version },
      {
        meetingId: meeting.id,
        set: { openedAt: now(), seatedDirectors: seated.length },
        data: { seatedDirectors: seated.length },
      },
    );
    return moved.ok ? done({ date: meeting.date }) : moved;
  });
}
