import type { Tx } from "../../db/transaction";
import { findOwner, type OwnerIds, unknownOwner } from "../../people/queries";
import { done, type FieldError, type Result, refuse } from "../../result";
import type { DecisionInput } from "../schema";

export type ConditionRow = { number: number; text: string; dueOn: string | null } & (
  | OwnerIds
  | { ownerPersonId: null; ownerBodyId: null }
);

export interface Names {
  conditions: ConditionRow[];
  nextMeetingId: number | null;
  followUpId: number | null;
}

/** Looks up whoever and whatever a decision names; each unknown name is said at its field. */
export async function resolveNames(
  tx: Tx,
  input: Pick<DecisionInput, "conditions" | "nextMeeting" | "followUp">,
  meeting: { startsAt: Date },
): Promise<Result<Names>> {
  const errors: FieldError[] = [];
  const conditions: ConditionRow[] = [];
  for (const [index, { text, owner, dueOn }] of input.conditions.entries()) {
    const ids = owner ? await findOwner(tx, owner) : { ownerPersonId: null, ownerBodyId: null };
    if (ids) conditions.push({ number: index + 1, text, dueOn: dueOn || null, ...ids });
    else errors.push({ path: `conditions.${index}.owner`, message: unknownOwner });
  }
  const nextMeetingId = await findNextMeeting(tx, input.nextMeeting, meeting);
  if (input.nextMeeting && !nextMeetingId) {
    errors.push({
      path: "nextMeeting",
      message: "There is no later meeting on this date. Choose one that is planned.",
    });
  }
  const followUpId = input.followUp ? await findPerson(tx, input.followUp) : null;
  if (input.followUp && !followUpId) {
    errors.push({ path: "followUp", message: "Nobody is called that. Give a person, such as @ada." });
  }
  if (errors.length > 0)
    return refuse("invalid", "Some names are not known. Nothing you typed is lost.", errors);
  return done({ conditions, nextMeetingId, followUpId });
}

async function findNextMeeting(tx: Tx, date: string, after: { startsAt: Date }): Promise<number | null> {
  if (!date) return null;
  const found = await tx.meeting.findFirst({
    where: { date, startsAt: { gt: after.startsAt }, status: { in: ["planned", "published"] } },
    select: { id: true },
  });
  return found?.id ?? null;
}

/** The id of the person that `@ada` or `ada` names, or null. */
export async function findPerson(tx: Tx, text: string): Promise<number | null> {
  const owner = await findOwner(tx, `@${text.trim().replace(/^@/, "")}`);
  return owner?.ownerPersonId ?? null;
}
