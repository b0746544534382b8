import type { z } from "zod";
import { now } from "../../clock";
import { type Tx, transact } from "../../db/transaction";
import { findOwner, type OwnerIds, unknownOwner } from "../../people/queries";
import { done, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { whatIsWrongWithLine } from "../action-line";
import { type HeldSession, holdSession } from "../held-session";
import { mayWriteLine } from "../session-policy";
import type { writeLineInput } from "../session-schema";
import { askInMeeting } from "./ask-in-meeting";

type Input = z.output<typeof writeLineInput>;
type Person = Extract<Actor, { kind: "person" }>;

export interface Written {
  date: string;
  itemId: number;
  lineId: number;
  warning?: string;
}

/**
 * Writes one line of the record under an item; a question also goes into its proposal's list of questions. Under the
 * key of a line that this writer wrote already, nothing is written again, and that line is the answer.
 */
export async function writeLine(actor: Actor, input: Input): Promise<Result<Written>> {
  if (actor.kind !== "person") return refuse("signed_out", "Sign in to write the record.");
  const wrong = whatIsWrongWithLine(input);
  if (wrong) return refuse("invalid", wrong.message, [wrong]);
  return transact(async (tx) => {
    const held = await holdSession(tx, actor, input.itemId);
    return held.ok ? writeHeldLine(tx, actor, held.value, input) : held;
  });
}

/** The same in the caller's transaction, which holds the meeting. */
export async function writeHeldLine(
  tx: Tx,
  actor: Person,
  { meeting, item }: HeldSession,
  input: Input,
): Promise<Result<Written>> {
  const earlier = input.clientKey ? await writtenUnder(tx, actor, meeting.id, input.clientKey) : null;
  if (earlier) return done({ date: meeting.date, itemId: earlier.itemId, lineId: earlier.id });
  const { minutesStatus } = await tx.meeting.findUniqueOrThrow({
    where: { id: meeting.id },
    select: { minutesStatus: true },
  });
  const may = mayWriteLine(actor, { meetingStatus: meeting.facts.status, minutesStatus }, item.facts);
  if (!may.ok) return may;
  const owner = await ownerOfLine(tx, input.owner);
  if (!owner.ok) return owner;
  const question = input.kind === "question" ? await askInMeeting(tx, actor, item, input.text) : done(null);
  if (!question.ok) return question;
  const line = await tx.minuteLine.create({
    data: {
      meetingId: meeting.id,
      itemId: item.id,
      kind: input.kind,
      text: input.text,
      authorId: actor.personId,
      ...owner.value,
      dueOn: input.dueOn || null,
      questionId: question.value?.id ?? null,
      clientKey: input.clientKey ?? null,
      createdAt: now(),
    },
    select: { id: true },
  });
  await record(tx, actor, {
    type: "minutes.line_written",
    subject: "minute_line",
    subjectId: line.id,
    meetingId: meeting.id,
    executive: item.executive,
    data: { itemId: item.id, kind: input.kind },
  });
  const ownerless = input.kind === "action" && !input.owner;
  return done({
    date: meeting.date,
    itemId: item.id,
    lineId: line.id,
    ...(ownerless && {
      warning: "Nobody owns this ACTION yet; name an owner before the minutes are published.",
    }),
  });
}

/** The meeting's lock is held: nobody writes under the same key between this look and the line. */
function writtenUnder(tx: Tx, { personId }: Person, meetingId: number, clientKey: string) {
  return tx.minuteLine.findFirst({
    where: { meetingId, authorId: personId, clientKey },
    select: { id: true, itemId: true },
  });
}

/** A person or a body; after an @ a person is meant before a body of the same name. */
export async function ownerOfLine(
  tx: Tx,
  owner: string,
): Promise<Result<OwnerIds | { ownerPersonId: null; ownerBodyId: null }>> {
  if (!owner) return done({ ownerPersonId: null, ownerBodyId: null });
  const ids = (await findOwner(tx, owner)) ?? (await findOwner(tx, owner.replace(/^@/, "")));
  return ids ? done(ids) : refuse("invalid", unknownOwner, [{ path: "owner", message: unknownOwner }]);
}
