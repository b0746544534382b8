import { now } from "../../clock";
import { db } from "../../db/client";
import type { Prisma } from "../../db/generated/client";
import { dutyRoles } from "../../discussion/policy";
import { rolesOf } from "../../people/role-groups";
import { mayRead } from "../../proposals/policy";
import { type Actor, type RoleHeld, readsExecutive } from "../../workflow/actor";
import type { Audience, Notice, ToldEvent } from "../notice";

/**
 * Writes an event's notices: never to whom did it, never to whom may not see it, and one per person however often
 * the event is told (the unique index on person and event settles two at once).
 */
export async function writeNotices(
  event: ToldEvent & { id: bigint },
  notices: readonly Notice[],
): Promise<number> {
  const lines = new Map<number, { sentence: string; href: string }>();
  for (const { to, sentence, href } of notices) {
    for (const personId of await readersAmong(event, to)) {
      if (!lines.has(personId)) lines.set(personId, { sentence: shortened(sentence), href });
    }
  }
  const data = [...lines].map(([personId, line]) => ({
    ...line,
    personId,
    eventId: event.id,
    createdAt: now(),
  }));
  if (data.length === 0) return 0;
  return (await db.notice.createMany({ data, skipDuplicates: true })).count;
}

/** The people of an audience who may see what the event is about, without the one who did it. */
async function readersAmong(event: ToldEvent, to: readonly Audience[]): Promise<number[]> {
  if (to.length === 0) return [];
  const people = await db.person.findMany({
    where: { OR: to.map(whoIs), disabledAt: null, isPlaceholder: false },
    select: {
      id: true,
      handle: true,
      name: true,
      timeZone: true,
      grants: { where: { until: null }, select: { role: true, bodyId: true } },
    },
  });
  return people
    .filter((person) => person.id !== event.actor.id && maySee(asActor(person), event))
    .map((person) => person.id);
}

function whoIs(audience: Audience): Prisma.PersonWhereInput {
  if ("personId" in audience) return { id: audience.personId };
  const grant = (where: Prisma.RoleGrantWhereInput) => ({ grants: { some: { ...where, until: null } } });
  if ("bodyId" in audience) return grant({ bodyId: audience.bodyId, role: { in: [...dutyRoles] } });
  if ("role" in audience) return grant({ role: { in: [...rolesOf(audience.role)] } });
  if (audience.part === "officers") return grant({ role: { in: ["chair", "secretary"] } });
  return grant({ role: { in: ["director", "chair", "liaison"] } });
}

function maySee(person: Actor, event: ToldEvent): boolean {
  if (event.proposal && !mayRead(person, event.proposal)) return false;
  // An executive proposal was weighed above, and its author may read it; anything else executive is the board's.
  const ofSecret = event.proposal?.visibility === "executive" && event.data.boardOnly !== true;
  return !event.executive || ofSecret || readsExecutive(person);
}

interface PersonRow {
  id: number;
  handle: string;
  name: string;
  timeZone: string;
  grants: RoleHeld[];
}

function asActor({ id, grants, ...person }: PersonRow): Actor {
  return { kind: "person", personId: id, ...person, roles: grants };
}

function shortened(sentence: string): string {
  return sentence.length <= 300 ? sentence : `${sentence.slice(0, 299).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
