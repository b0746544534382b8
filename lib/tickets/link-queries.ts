import { Prisma } from "../db/client";
import type { Actor } from "../workflow/actor";
import { openBlockersSql } from "./line-queries";
import type { TicketStatus } from "./policy";
import { ticketVisibleSql } from "./visibility";

/** Another ticket, as a ticket's page names it. */
export interface NamedTicket {
  number: number;
  title: string;
  status: TicketStatus;
}

export interface ChecklistLine {
  id: number;
  text: string;
  doneAt: string | null;
  doneBy: { handle: string; name: string } | null;
}

/** How a ticket stands to other tickets, and what is to be done of it. */
export interface TicketLinks {
  blockedBy: NamedTicket[];
  blocks: NamedTicket[];
  /** Tickets that it waits for and that this reader may not see. */
  hiddenBlockers: number;
  duplicateOf: NamedTicket | null;
  duplicates: NamedTicket[];
  initiative: NamedTicket | null;
  parts: NamedTicket[];
  bundle: { id: number; title: string; tickets: NamedTicket[] } | null;
  /** How often its quarter was moved later, from its events. */
  slips: number;
  checklist: ChecklistLine[];
}

const named = Prisma.sql`json_build_object('number', n."number", 'title', n."title", 'status', n."status")`;

/** At most so many of each kind are named; the list shows the rest. */
const most = 100;

/** What `TicketLinks` holds of the row `t`, as members of a JSON object; other tickets only where this actor may see them. */
export function linksJson(actor: Actor): Prisma.Sql {
  // The gate speaks of a row `t`: here it is the other ticket's, under that name in a scope of its own.
  const sees = (id: Prisma.Sql) =>
    Prisma.sql`EXISTS (SELECT 1 FROM "Ticket" t WHERE t."id" = ${id} AND ${ticketVisibleSql(actor)})`;
  const list = (
    from: Prisma.Sql,
    where: Prisma.Sql,
  ) => Prisma.sql`(SELECT coalesce(json_agg(x."line"), '[]') FROM (
    SELECT ${named} AS "line" FROM ${from} WHERE ${where} AND ${sees(Prisma.sql`n."id"`)}
    ORDER BY n."status" IN ('done', 'declined', 'duplicate'), n."number" LIMIT ${most}) x)`;
  const one = (id: Prisma.Sql) =>
    Prisma.sql`(SELECT ${named} FROM "Ticket" n WHERE n."id" = ${id} AND ${sees(Prisma.sql`n."id"`)})`;
  return Prisma.sql`
    'blockedBy', ${list(Prisma.sql`"TicketDependency" k JOIN "Ticket" n ON n."id" = k."blockerId"`, Prisma.sql`k."blockedId" = t."id"`)},
    'blocks', ${list(Prisma.sql`"TicketDependency" k JOIN "Ticket" n ON n."id" = k."blockedId"`, Prisma.sql`k."blockerId" = t."id"`)},
    'hiddenBlockers', (SELECT count(*) FROM "TicketDependency" k JOIN "Ticket" n ON n."id" = k."blockerId"
      WHERE k."blockedId" = t."id" AND n."status" NOT IN ('done', 'declined', 'duplicate') AND NOT ${sees(Prisma.sql`n."id"`)}),
    'openBlockers', ${openBlockersSql},
    'duplicateOf', ${one(Prisma.sql`t."duplicateOfId"`)},
    'duplicates', ${list(Prisma.sql`"Ticket" n`, Prisma.sql`n."duplicateOfId" = t."id"`)},
    'initiative', ${one(Prisma.sql`t."parentId"`)},
    'parts', ${list(Prisma.sql`"Ticket" n`, Prisma.sql`n."parentId" = t."id"`)},
    'openParts', (SELECT count(*) FROM "Ticket" n WHERE n."parentId" = t."id" AND n."status" NOT IN ('done', 'declined', 'duplicate')),
    'bundle', (SELECT json_build_object('id', u."id", 'title', u."title", 'tickets',
      ${list(Prisma.sql`"Ticket" n`, Prisma.sql`n."bundleId" = u."id"`)}) FROM "TicketBundle" u WHERE u."id" = t."bundleId"),
    'slips', (SELECT count(*) FROM "Event" e WHERE e."ticketId" = t."id" AND e."type" = 'ticket.planned' AND (e."data"->>'slips')::boolean),
    'checklist', (SELECT coalesce(json_agg(json_build_object('id', c."id", 'text', c."text", 'doneAt', c."doneAt", 'doneBy',
        CASE WHEN w."id" IS NOT NULL THEN json_build_object('handle', w."handle", 'name', w."name") END) ORDER BY c."position", c."id"), '[]')
      FROM "ChecklistItem" c LEFT JOIN "Person" w ON w."id" = c."doneById" WHERE c."ticketId" = t."id")`;
}
