import { db } from "../db/client";
import type { Prisma } from "../db/generated/client";
import type { Actor } from "../workflow/actor";
import { mayAdminister } from "./people-policy";

export interface PersonLine {
  handle: string;
  name: string;
  email: string | null;
  kind: "demo" | "person";
  disabledAt: Date | null;
  /** When they last came in through the account system. */
  lastUsedAt: Date | null;
  /** When it told their groups, and when it is asked next; none where it is not asked between sign-ins. */
  groupsAt: Date | null;
  askAt: Date | null;
  roles: RoleLine[];
}

export interface RoleLine {
  role: string;
  body: string;
  bodyHandle: string;
  since: Date;
  group: string | null;
  /** The last day of the term that is planned, where one is. */
  termEnds: string | null;
}

const onPage = 50;

/** People with an account, for administrators; null for everybody else. The next page begins after the last handle. */
export async function listPeople(
  actor: Actor,
  { q = "", after = "" }: { q?: string; after?: string },
): Promise<{ people: PersonLine[]; next: string | undefined } | null> {
  if (!mayAdminister(actor)) return null;
  const found = await db.person.findMany({
    where: { isPlaceholder: false, ...(after && { handle: { gt: after } }), ...matching(q) },
    orderBy: { handle: "asc" },
    take: onPage + 1,
    select,
  });
  const people = found.slice(0, onPage).map(lineOf);
  return { people, next: found.length > onPage ? people.at(-1)?.handle : undefined };
}

function matching(q: string): Prisma.PersonWhereInput {
  const text = q.trim().replace(/^@/, "");
  if (text === "") return {};
  const contains = { contains: text, mode: "insensitive" as const };
  return { OR: [{ handle: contains }, { name: contains }, { email: contains }] };
}

const select = {
  ...{ handle: true, name: true, email: true, isDemo: true, disabledAt: true },
  accounts: {
    select: { lastUsedAt: true, groupsAt: true, askAt: true },
    orderBy: { lastUsedAt: "desc" },
    take: 1,
  },
  grants: {
    where: { until: null },
    orderBy: { id: "asc" },
    select: {
      ...{ role: true, since: true, group: true, termEnds: true },
      body: { select: { name: true, handle: true } },
    },
  },
} as const satisfies Prisma.PersonSelect;

function lineOf(row: Prisma.PersonGetPayload<{ select: typeof select }>): PersonLine {
  const { isDemo, accounts, grants, ...person } = row;
  return {
    ...person,
    kind: isDemo ? "demo" : "person",
    lastUsedAt: accounts[0]?.lastUsedAt ?? null,
    groupsAt: accounts[0]?.groupsAt ?? null,
    askAt: accounts[0]?.askAt ?? null,
    roles: grants.map(({ body, ...grant }) => ({ ...grant, body: body.name, bodyHandle: body.handle })),
  };
}

/** One of them; null where there is none, or for who is no administrator. */
export async function findPerson(actor: Actor, handle: string): Promise<PersonLine | null> {
  if (!mayAdminister(actor)) return null;
  const row = await db.person.findFirst({ where: { handle, isPlaceholder: false }, select });
  return row && lineOf(row);
}

/** What a role can be held in. */
export async function listBodies(): Promise<{ handle: string; name: string; kind: string }[]> {
  return db.body.findMany({ orderBy: { name: "asc" }, select: { handle: true, name: true, kind: true } });
}
