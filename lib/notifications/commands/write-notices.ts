import { now } from "../../clock";
import { db } from "../../db/client";
import type { Prisma } from "../../db/generated/client";
import type { TalkOf } from "../../discussion/timeline-queries";
import { isAddressed, isTold } from "../../discussion/watching";
import { type Follower, listFollowers } from "../../discussion/watching-queries";
import { mayRead } from "../../proposals/policy";
import { type Actor, readsExecutive } from "../../workflow/actor";
import { grantOf, isAmong, namedIn } from "../audience";
import type { NamedAudience, Notice } from "../notice";
import type { StoredEvent } from "../queries";

/**
 * Writes an event's notices: never to whom did it, never to whom may not see it, and one per person however often
 * the event is told (the unique index on person and event settles two at once). Whom a notice names is read at once;
 * who follows the proposal, in batches.
 */
export async function writeNotices(event: StoredEvent, notices: readonly Notice[]): Promise<number> {
  const named = await tellNamed(event, notices);
  const forFollowers = notices.find(({ to }) => to.some((audience) => "followers" in audience));
  const of = talkOf(event);
  if (!forFollowers || !of) return named.written;
  return named.written + (await tellFollowers(event, of, forFollowers, named.weighed));
}

/** What is talked about: the ticket, where the event is one of a ticket. */
function talkOf({ ticketId, proposalId }: StoredEvent): TalkOf | null {
  if (ticketId !== null) return { ticketId };
  return proposalId === null ? null : { proposalId };
}

/** Tells whom the notices name, each by the first that does; gives everybody who was weighed, told or not. */
async function tellNamed(
  event: StoredEvent,
  notices: readonly Notice[],
): Promise<{ written: number; weighed: Set<number> }> {
  const people = await findNamed(event, notices.flatMap(namedIn));
  const lines = new Map<number, Notice>();
  const weighed = new Set<number>();
  for (const notice of notices) {
    const aloud = notice.addressed ?? isAddressed(event.type);
    const among = people.filter(
      (person) => !weighed.has(person.id) && namedIn(notice).some((audience) => isAmong(person, audience)),
    );
    for (const person of among) {
      weighed.add(person.id);
      if (!notice.silent && isTold(person, aloud)) lines.set(person.id, notice);
    }
  }
  return { written: await write(event, lines), weighed };
}

const atOnce = 500;

async function tellFollowers(
  event: StoredEvent,
  of: TalkOf,
  notice: Notice,
  weighed: ReadonlySet<number>,
): Promise<number> {
  let written = 0;
  for (let after = 0; ; ) {
    const followers = await listFollowers(of, { after, atMost: atOnce });
    const told = followers.filter(
      (each) => !weighed.has(each.id) && isTold(each, false) && reads(each, event),
    );
    written += await write(event, new Map(told.map(({ id }) => [id, notice])));
    const last = followers.at(-1);
    if (!last || followers.length < atOnce) return written;
    after = last.id;
  }
}

async function write(event: StoredEvent, lines: ReadonlyMap<number, Notice>): Promise<number> {
  if (lines.size === 0) return 0;
  const data = [...lines].map(([personId, { sentence, href }]) => ({
    personId,
    sentence: shortened(sentence),
    href,
    eventId: event.id,
    createdAt: now(),
  }));
  return (await db.notice.createMany({ data, skipDuplicates: true })).count;
}

/** The people of these audiences who may see what the event is about, without the one who did it. */
async function findNamed(event: StoredEvent, to: readonly NamedAudience[]): Promise<Follower[]> {
  if (to.length === 0) return [];
  const people = await db.person.findMany({
    where: { OR: to.map(whoIs), disabledAt: null, isPlaceholder: false },
    select: {
      id: true,
      handle: true,
      name: true,
      timeZone: true,
      grants: { where: { until: null }, select: { role: true, bodyId: true } },
      watches: {
        where: { proposalId: event.ticketId === null ? (event.proposalId ?? 0) : 0 },
        select: { level: true },
      },
      ticketWatches: { where: { ticketId: event.ticketId ?? 0 }, select: { level: true } },
    },
  });
  return people
    .map(({ watches, ticketWatches, ...person }) => ({
      ...person,
      level: [...watches, ...ticketWatches][0]?.level ?? null,
      takesPart: true,
    }))
    .filter((person) => reads(person, event));
}

function whoIs(audience: NamedAudience): Prisma.PersonWhereInput {
  if ("personId" in audience) return { id: audience.personId };
  const { roles, bodyId } = grantOf(audience);
  return {
    grants: { some: { role: { in: [...roles] }, until: null, ...(bodyId !== undefined && { bodyId }) } },
  };
}

/** Whether somebody is to hear of an event: it is not their own deed, and they may see what it is about. */
function reads({ id, handle, name, timeZone, grants }: Follower, event: StoredEvent): boolean {
  if (id === event.actor.id) return false;
  const actor: Actor = { kind: "person", personId: id, handle, name, timeZone, roles: grants };
  if (event.proposal && !mayRead(actor, event.proposal)) return false;
  // An executive proposal was weighed above, and its author may read it; anything else executive is the board's.
  const ofSecret = event.proposal?.visibility === "executive" && event.data.boardOnly !== true;
  return !event.executive || ofSecret || readsExecutive(actor);
}

function shortened(sentence: string): string {
  return sentence.length <= 300 ? sentence : `${sentence.slice(0, 299).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
