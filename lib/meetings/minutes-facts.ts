import type { Tx } from "../db/transaction";
import type { Actor } from "../workflow/actor";
import { type HeldMeeting, holdMeeting } from "./facts";
import type { MinutesFacts } from "./machine";

export interface HeldMinutes {
  meeting: HeldMeeting;
  facts: MinutesFacts;
}

/** Minutes with what their moves are weighed on; their meeting is held, so that no comment slips in beside a move. */
export async function holdMinutes(
  tx: Tx,
  actor: Actor,
  where: { date: string } | { id: number },
): Promise<HeldMinutes | null> {
  const meeting = await holdMeeting(tx, actor, where);
  return meeting && { meeting, facts: await minutesFactsOf(tx, meeting.id) };
}

/** The same of a meeting that the caller holds; its row is read anew, as the caller may have moved it. */
export async function minutesFactsOf(tx: Tx, meetingId: number): Promise<MinutesFacts> {
  const { status, minutesStatus, _count } = await tx.meeting.findUniqueOrThrow({
    where: { id: meetingId },
    select: {
      status: true,
      minutesStatus: true,
      _count: { select: { minutesComments: { where: { status: "open", parentId: null } } } },
    },
  });
  return { status: minutesStatus, meetingStatus: status, openComments: _count.minutesComments };
}
