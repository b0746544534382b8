import type { z } from "zod";
import { now } from "../../clock";
import { type Tx, transact } from "../../db/transaction";
import { done, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { dueDateFinder } from "../due-words";
import { type HeldLine, holdLine, keepRevision, lineChanged } from "../held-line";
import { type ReadLine, readLine } from "../line-syntax";
import type { editLineInput } from "../session-schema";
import { askInMeeting } from "./ask-in-meeting";
import { asTyped } from "./type-line";
import { ownerOfLine, type Written } from "./write-line";

/** Changes what a line says, until the minutes are published; what it said before stays readable. */
export async function editLine(
  actor: Actor,
  { lineId, revision, typed }: z.output<typeof editLineInput>,
): Promise<Result<Written>> {
  if (actor.kind !== "person") return refuse("signed_out", "Sign in to write the record.");
  return transact(async (tx) => {
    const held = await holdLine(tx, actor, lineId);
    if (!held.ok) return held;
    const { meeting, item, line } = held.value;
    if (line.revision !== revision) return lineChanged;
    const read = readLine(typed, dueDateFinder(now(), meeting.timeZone));
    const wrong = whyNot(held.value, read);
    if (wrong) return asTyped(wrong);
    const owner = await ownerOfLine(tx, read.owner);
    if (!owner.ok) return asTyped(owner.refusal.message);
    const question = await newQuestion(tx, actor, held.value, read);
    if (!question.ok) return question;
    await keepRevision(tx, held.value);
    await tx.minuteLine.update({
      where: { id: lineId },
      data: {
        kind: read.kind,
        text: read.text,
        ...owner.value,
        dueOn: read.dueOn || null,
        ...(question.value && { questionId: question.value.id }),
        revision: { increment: 1 },
        changedById: actor.personId,
        changedAt: now(),
      },
    });
    await record(tx, actor, {
      type: "minutes.line_changed",
      subject: "minute_line",
      subjectId: lineId,
      meetingId: meeting.id,
      executive: item.executive,
      data: { itemId: item.id, kind: read.kind, revision: revision + 1 },
    });
    return done({ date: meeting.date, itemId: item.id, lineId });
  });
}

function whyNot({ line }: HeldLine, read: ReadLine): string | undefined {
  if (line.struckAt) return "This line is struck. Put it back first, then change it.";
  if (!read.text) return "A line cannot be emptied; strike it instead.";
  if (line.questionId !== null && read.kind !== "question") {
    return "This question stands in the proposal’s list of questions; take it back there, or keep it a question (?).";
  }
  if (line.ticketId !== null && read.kind !== "action") {
    return "A ticket was made of this ACTION; keep it an ACTION (>), or strike it.";
  }
  return undefined;
}

/** A note that turns out to be a question is asked of the presenter like any other. */
async function newQuestion(
  tx: Tx,
  actor: Extract<Actor, { kind: "person" }>,
  { item, line }: HeldLine,
  read: ReadLine,
) {
  if (read.kind !== "question" || line.questionId !== null) return done(null);
  return askInMeeting(tx, actor, item, read.text);
}
