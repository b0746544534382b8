import { db, Prisma } from "../db/client";
import { afterSql, keysSql, type Order, orderSql, type Page, pageOf } from "../db/keyset";
import { mayAdminister } from "../people/people-policy";
import { namedSql } from "../people/person-facts";
import { type Actor, personIdOf } from "../workflow/actor";
import type { AuditKind } from "./kinds";
import { type AuditFilter, aboutText, subjectOf } from "./list-filter";
import { auditSentence } from "./sentences";

export interface AuditLine {
  id: number;
  at: Date;
  kind: AuditKind;
  type: string;
  /** The person who did it, where it was one. */
  person: { handle: string; name: string } | null;
  /** Whom it concerns, where that is somebody else. */
  about: { handle: string; name: string } | null;
  /** What it was done to, as the search names it: "token 12". */
  subject: string | null;
  who: string;
  sentence: string;
  why: string | null;
  /** Where it was done from, for as long as that is kept. */
  network: string | null;
  agent: string | null;
}

const pageSize = 50;

const order: Order = {
  keys: [{ sql: Prisma.sql`a."at"`, kind: "instant" }],
  id: Prisma.sql`a."id"`,
  descending: true,
};

/** The audit, the latest first, for administrators; null for everybody else. The last page costs what the first does. */
export async function listAudit(
  actor: Actor,
  filter: AuditFilter,
  cursor?: string,
  size = pageSize,
): Promise<Page<AuditLine> | null> {
  if (!mayAdminister(actor)) return null;
  const conditions = conditionsOf(filter);
  if (!filter.person) return page([conditions], cursor, size);
  const person = await db.person.findFirst({ where: { handle: filter.person }, select: { id: true } });
  return person ? page(ofPerson(person.id, conditions), cursor, size) : { items: [] };
}

/** What somebody did themselves, and what concerned them: their sign-ins, their tokens, their roles. */
export async function listOwnAudit(
  actor: Actor,
  cursor?: string,
  size = pageSize,
): Promise<Page<AuditLine> | null> {
  const personId = personIdOf(actor);
  if (personId === null) return null;
  const own = await page(ofPerson(personId, []), cursor, size);
  // Where somebody else was when they did something is theirs.
  const isForeign = ({ person }: AuditLine) => person !== null && person.handle !== handleOf(actor);
  return {
    ...own,
    items: own.items.map((line) => (isForeign(line) ? { ...line, network: null, agent: null } : line)),
  };
}

function handleOf(actor: Actor): string {
  return actor.kind === "person" ? actor.handle : "";
}

/** Two ways to be concerned: each is read by its own index, in order, so that neither sorts more than a page. */
function ofPerson(id: number, conditions: readonly Prisma.Sql[]): Prisma.Sql[][] {
  return [
    [Prisma.sql`a."personId" = ${id}`, ...conditions],
    [Prisma.sql`a."aboutId" = ${id}`, ...conditions],
  ];
}

function conditionsOf({ kind, from, to, about }: AuditFilter): Prisma.Sql[] {
  const subject = about === undefined ? undefined : subjectOf(about);
  return [
    ...(kind ? [Prisma.sql`a."kind" = ${kind}`] : []),
    ...(from ? [Prisma.sql`a."at" >= ${`${from}T00:00:00Z`}::timestamptz`] : []),
    ...(to ? [Prisma.sql`a."at" < ${`${to}T00:00:00Z`}::timestamptz + interval '1 day'`] : []),
    ...(subject ? [Prisma.sql`a."subject" = ${subject.subject} AND a."subjectId" = ${subject.id}`] : []),
  ];
}

interface Row extends Omit<AuditLine, "subject" | "who" | "sentence" | "why"> {
  subject: string;
  subjectId: number | null;
  byPart: string | null;
  onBehalfOf: string | null;
  data: Record<string, unknown>;
  keys: string[];
}

/** Planned for its values each time (docs/adr/018): which index serves depends on what is asked for. */
async function page(
  ways: Prisma.Sql[][],
  cursor: string | undefined,
  size: number,
): Promise<Page<AuditLine>> {
  const after = afterSql(order, cursor);
  const branches = ways.map((conditions) => {
    const all = [...conditions, ...after];
    const where = all.length > 0 ? Prisma.sql`WHERE ${Prisma.join(all, " AND ")}` : Prisma.empty;
    return Prisma.sql`(SELECT * FROM "AuditEntry" a ${where} ORDER BY ${orderSql(order)} LIMIT ${size + 1})`;
  });
  const rows = await db.$queryRaw<Row[]>(Prisma.sql`
    WITH found AS (${Prisma.join(branches, " UNION ALL ")})
    SELECT a."id", a."at", a."kind", a."type", a."subject", a."subjectId", a."byPart", e."onBehalfOf",
      coalesce(e."data", a."data") AS "data", o."network", o."agent", ${namedIfAny(Prisma.sql`p`)} AS "person",
      ${namedIfAny(Prisma.sql`w`)} AS "about", ${keysSql(order)}
    FROM found a
      LEFT JOIN "Person" p ON p."id" = a."personId" LEFT JOIN "Person" w ON w."id" = a."aboutId"
      LEFT JOIN "Event" e ON e."id" = a."eventId" LEFT JOIN "AuditOrigin" o ON o."entryId" = a."id"
    ORDER BY ${orderSql(order)} LIMIT ${size + 1}`);
  const { items, ...rest } = pageOf(rows, size);
  return { items: items.map(lineOf), ...rest };
}

function namedIfAny(alias: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`CASE WHEN ${alias}."id" IS NOT NULL THEN ${namedSql(alias)} END`;
}

function lineOf(row: Omit<Row, "keys">): AuditLine {
  const { subject, subjectId, byPart, onBehalfOf, data, ...line } = row;
  const {
    who,
    sentence,
    why = null,
  } = auditSentence({
    ...{ type: line.type, data, about: line.about?.name ?? null },
    by: line.person?.name ?? (onBehalfOf ? null : byPart),
    onBehalfOf,
  });
  return { ...line, subject: aboutText(subject, subjectId) ?? null, who, sentence, why };
}
