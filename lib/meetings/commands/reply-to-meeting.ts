import type { z } from "zod";
import { now } from "../../clock";
import { transact } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { holdMeeting } from "../facts";
import type { replyToMeetingInput } from "../schema";

/** Says ahead whether one means to come, for oneself; the last word counts, until the meeting is called to order. */
export async function replyToMeeting(
  actor: Actor,
  input: z.output<typeof replyToMeetingInput>,
): Promise<Result<{ date: string }>> {
  if (actor.kind !== "person") return refuse("signed_out", "Sign in to say whether you come.");
  return transact(async (tx) => {
    const meeting = await holdMeeting(tx, actor, { date: input.date });
    if (!meeting) return notFound("meeting");
    const { status } = meeting.facts;
    if (status !== "planned" && status !== "published") {
      return refuse("refused", "This meeting has begun or is over: who came is what its attendance says.");
    }
    const who = { meetingId: meeting.id, personId: actor.personId };
    const before = await tx.meetingReply.findUnique({ where: { meetingId_personId: who } });
    if (before?.answer === input.answer) return done({ date: meeting.date });
    const said = { answer: input.answer, repliedAt: now() };
    await tx.meetingReply.upsert({
      where: { meetingId_personId: who },
      create: { ...who, ...said },
      update: said,
    });
    await record(tx, actor, {
      type: "meeting.replied",
      subject: "meeting",
      subjectId: meeting.id,
      meetingId: meeting.id,
      data: { answer: input.answer },
    });
    return done({ date: meeting.date });
  });
}
