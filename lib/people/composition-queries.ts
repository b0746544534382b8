import { isoDate } from "../calendar-date";
import { now } from "../clock";
import { Prisma } from "../db/client";
import { readRows } from "../db/read";
import { instantOf, quorumAt, type Seat, seatsAt } from "./composition";

export interface Composition {
  handle: string;
  name: string;
  kind: "board" | "sig" | "infra" | "operators";
  /** The day that is told of, as YYYY-MM-DD. */
  on: string;
  isToday: boolean;
  /** Who held which role at the end of that day (UTC), or holds it now. */
  members: Seat[];
  /** Who votes bindingly, and how many of them are a quorum: of the board. */
  quorum: { seated: number; needed: number } | null;
  /** Everything that anybody held, the latest first. */
  past: Seat[];
}

interface Row extends Pick<Composition, "handle" | "name" | "kind"> {
  seats: (Omit<Seat, "since" | "until"> & { since: string; until: string | null })[];
}

const mostSeats = 2_000;

/** Who is in a body on a day, and all who were: one query. Null where there is no such body. */
export async function findComposition(handle: string, on?: string): Promise<Composition | null> {
  const today = isoDate(now());
  const day = on && on < today ? on : today;
  const [row] = await readRows<Row>(Prisma.sql`
    SELECT b."handle", b."name", b."kind"::text AS "kind", (SELECT coalesce(json_agg(x."seat"), '[]') FROM (
      SELECT json_build_object('role', g."role", 'since', g."since", 'until', g."until", 'termEnds', g."termEnds",
        'person', json_build_object('handle', w."handle", 'name', w."name", 'pronouns', w."pronouns")) AS "seat"
      FROM "RoleGrant" g JOIN "Person" w ON w."id" = g."personId" WHERE g."bodyId" = b."id" AND g."role" <> 'admin'
      ORDER BY g."since" DESC, g."id" DESC LIMIT ${mostSeats}) x) AS "seats"
    FROM "Body" b WHERE b."handle" = ${handle}`);
  if (!row) return null;
  const seats = row.seats.map(seatOf);
  const at = instantOf(day, now());
  const { name, kind } = row;
  return {
    ...{ handle: row.handle, name, kind, on: day, isToday: day === today },
    members: seatsAt(seats, at),
    quorum: kind === "board" ? quorumAt(seats, at) : null,
    past: seats,
  };
}

function seatOf({ since, until, ...seat }: Row["seats"][number]): Seat {
  return { ...seat, since: new Date(since), until: until === null ? null : new Date(until) };
}

export interface PersonShown {
  handle: string;
  name: string;
  pronouns: string;
  roles: { role: string; body: string; bodyHandle: string }[];
}

const onPage = 50;

/** Everybody who has an account here, by handle, with what they hold now; the next page begins after the last. */
export async function listEverybody({ q = "", after = "" }: { q?: string; after?: string }): Promise<{
  people: PersonShown[];
  next: string | undefined;
}> {
  const text = q.trim().replace(/^@/, "");
  const like = `%${text.replaceAll(/[%_\\]/g, "\\$&")}%`;
  const rows = await readRows<PersonShown>(Prisma.sql`
    SELECT w."handle", w."name", w."pronouns", (SELECT coalesce(json_agg(json_build_object('role', g."role", 'body', b."name",
        'bodyHandle', b."handle") ORDER BY g."since", g."id"), '[]')
      FROM "RoleGrant" g JOIN "Body" b ON b."id" = g."bodyId" WHERE g."personId" = w."id" AND g."until" IS NULL) AS "roles"
    FROM "Person" w WHERE NOT w."isPlaceholder" AND w."disabledAt" IS NULL AND w."handle" > ${after}
      AND (w."handle" ILIKE ${like} OR w."name" ILIKE ${like})
    ORDER BY w."handle" LIMIT ${onPage + 1}`);
  const people = rows.slice(0, onPage);
  return { people, next: rows.length > onPage ? people.at(-1)?.handle : undefined };
}
