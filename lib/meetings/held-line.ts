import type { Tx } from "../db/transaction";
import { notFound, type Result, refuse } from "../result";
import { type Actor, readsExecutive } from "../workflow/actor";
import type { LineKind } from "./action-line";
import { type HeldSession, holdSession } from "./held-session";
import { mayWriteRecord } from "./session-policy";

export interface HeldLine extends HeldSession {
  line: {
    id: number;
    kind: LineKind;
    text: string;
    revision: number;
    dueOn: string | null;
    struckAt: Date | null;
    questionId: number | null;
    ticketId: number | null;
    /** As it is typed: "@ada", "infra", or empty. */
    owner: string;
    /** Who wrote what it says now, and when. */
    byId: number;
    at: Date;
  };
}

/** A line that this officer may still change, with its meeting locked. */
export async function holdLine(tx: Tx, actor: Actor, lineId: number): Promise<Result<HeldLine>> {
  const found = await tx.minuteLine.findUnique({ where: { id: lineId }, select: { itemId: true } });
  const held = found && (await holdSession(tx, actor, found.itemId));
  if (!held?.ok || (held.value.item.executive && !readsExecutive(actor))) return notFound("line");
  const { meeting } = held.value;
  const row = await tx.minuteLine.findUniqueOrThrow({ where: { id: lineId }, select: lineSelect });
  const { minutesStatus } = row.meeting;
  const may = mayWriteRecord(actor, { meetingStatus: meeting.facts.status, minutesStatus });
  if (!may.ok) return may;
  const { ownerPerson, ownerBody, changedById, changedAt, authorId, createdAt, meeting: _, ...line } = row;
  const owner = ownerPerson ? `@${ownerPerson.handle}` : (ownerBody?.handle ?? "");
  return {
    ok: true,
    value: {
      ...held.value,
      line: { ...line, owner, byId: changedById ?? authorId, at: changedAt ?? createdAt },
    },
  };
}

const handle = { select: { handle: true } } as const;
const lineSelect = {
  id: true,
  kind: true,
  text: true,
  revision: true,
  dueOn: true,
  struckAt: true,
  questionId: true,
  ticketId: true,
  authorId: true,
  createdAt: true,
  changedById: true,
  changedAt: true,
  ownerPerson: handle,
  ownerBody: handle,
  meeting: { select: { minutesStatus: true } },
} as const;

/** Keeps what a line said, before it says something else. */
export async function keepRevision(tx: Tx, { line }: HeldLine): Promise<void> {
  const { id: lineId, revision, kind, text, owner, dueOn, struckAt, byId, at } = line;
  await tx.lineRevision.create({
    data: { lineId, revision, kind, text, owner, dueOn, struck: struckAt !== null, byId, at },
  });
}

export const lineChanged = refuse(
  "conflict",
  "Somebody changed this line before you. What you typed is kept here; look at the line again.",
);
