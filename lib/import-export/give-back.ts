import { z } from "zod";
import type { Tx } from "../db/transaction";
import type { Actor } from "../workflow/actor";
import { countVisible } from "./attribution-queries";
import type { HeldClaim } from "./held-claim";
import { holdsExecutive, type Moved, moveBack, movedKinds } from "./move-attributions";
import type { ClaimWriting } from "./move-claim";

export interface GivenBack {
  placeholder: string;
  person: string;
  /** Of what went back, as much as who undid it may see. */
  proposals: number;
  comments: number;
  questions: number;
}

const ids = z.array(z.number().int()).default([]);
const lists = movedKinds.map((kind) => [kind, ids]);
const listOfEach = Object.fromEntries(lists) as Record<keyof Moved, typeof ids>; // fromEntries forgets the keys
const pair = z.object({ tracker: z.string(), username: z.string() });

/** What the event of a confirmed claim says; events from before a list was kept have none of it. */
const confirmed = z.object({
  placeholderId: z.number().int(),
  identities: z.array(pair).default([]),
  moved: z.object(listOfEach),
  upTo: z.object({ proposal: z.number(), comment: z.number() }).optional(),
});

/**
 * Takes back what a confirmed claim gave (docs/adr/049-a-claim-can-be-undone.md): of what the event lists, everything
 * that still names the person; what an import brought since under these names; and the names themselves. The placeholder
 * is open again.
 */
export async function giveBack(
  tx: Tx,
  actor: Actor,
  { claim, reason }: { claim: HeldClaim; reason: string },
): Promise<{ writing: ClaimWriting; outcome: GivenBack }> {
  const { placeholder, person } = claim;
  const { given, at } = await whatWasGiven(tx, claim);
  const between = { from: person.id, to: placeholder.id };
  const known = given.identities.map(({ tracker, username }) => ({ tracker, username }));
  await tx.externalIdentity.updateMany({
    where: { personId: person.id, OR: [...known] },
    data: { personId: placeholder.id },
  });
  const later = await importedSince(tx, person.id, given.upTo);
  const wanted: Moved = {
    ...given.moved,
    proposals: [...given.moved.proposals, ...later.proposals],
    comments: [...given.moved.comments, ...later.comments],
  };
  const moved = await moveBack(tx, { ...between, wanted, since: at });
  await tx.person.update({
    where: { id: placeholder.id },
    data: { disabledAt: null, version: { increment: 1 } },
  });
  const { proposals, comments, questions } = await countVisible(tx, actor, moved);
  return {
    writing: {
      reason,
      executive: await holdsExecutive(tx, moved),
      data: { identities: known, moved: { ...moved } },
    },
    outcome: { placeholder: placeholder.handle, person: person.handle, proposals, comments, questions },
  };
}

async function whatWasGiven(tx: Tx, { id, placeholder, person }: HeldClaim) {
  const events = await tx.event.findMany({
    where: {
      type: "person.claimed",
      OR: [
        { subject: "claim", subjectId: id },
        // As it was recorded before claims were rows of their own.
        { subject: "person", subjectId: person.id },
      ],
    },
    orderBy: { id: "desc" },
    select: { at: true, data: true },
  });
  for (const { at, data } of events) {
    const read = confirmed.safeParse(data);
    if (read.success && read.data.placeholderId === placeholder.id) return { given: read.data, at };
  }
  throw new Error(`claim ${id} stands, and no event says what it gave`);
}

/** Only where all their outside names have gone back: else nobody can tell which of them an import meant. */
async function importedSince(tx: Tx, personId: number, upTo?: { proposal: number; comment: number }) {
  const none = { proposals: [], comments: [] };
  if (!upTo || (await tx.externalIdentity.count({ where: { personId } })) > 0) return none;
  const theirs = { authorId: personId, sourceKey: { not: null } };
  const select = { id: true } as const;
  const idsOf = (rows: { id: number }[]) => rows.map(({ id }) => id);
  return {
    proposals: idsOf(await tx.proposal.findMany({ where: { ...theirs, id: { gt: upTo.proposal } }, select })),
    comments: idsOf(await tx.comment.findMany({ where: { ...theirs, id: { gt: upTo.comment } }, select })),
  };
}
