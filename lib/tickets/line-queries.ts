import { Prisma } from "../db/client";
import type { Owner } from "../people/queries";
import type { Destination, Priority, Size, TicketStatus } from "./policy";

/** A ticket in a list. */
export interface TicketLine {
  id: number;
  number: number;
  title: string;
  status: TicketStatus;
  destination: Destination;
  requestType: string | null;
  dueOn: string | null;
  priority: Priority;
  size: Size | null;
  labels: string[];
  quarter: string | null;
  owner: Owner | null;
  externalUrl: string | null;
  externalShort: string | null;
  proposal: { number: number; title: string } | null;
  /** How many open tickets it waits for. */
  openBlockers: number;
  version: number;
  updatedAt: Date;
  movedAt: Date;
}

export const ownerSql = Prisma.sql`CASE
  WHEN o."id" IS NOT NULL THEN json_build_object('kind', 'person', 'handle', o."handle", 'name', o."name")
  WHEN b."id" IS NOT NULL THEN json_build_object('kind', 'body', 'handle', b."handle", 'name', b."name") END`;

/** How many open tickets the row `t` waits for. */
export const openBlockersSql = Prisma.sql`(SELECT count(*)::int FROM "TicketDependency" bd JOIN "Ticket" bt ON bt."id" = bd."blockerId"
  WHERE bd."blockedId" = t."id" AND bt."status" NOT IN ('done', 'declined', 'duplicate'))`;

export const lineColumns = Prisma.sql`t."id", t."number", t."title", t."status", t."destination", t."requestType", t."dueOn", t."priority",
  t."size", t."labels", t."quarter", t."externalUrl", t."externalShort", t."version", t."updatedAt", t."movedAt", ${ownerSql} AS "owner",
  ${openBlockersSql} AS "openBlockers",
  CASE WHEN f."id" IS NOT NULL THEN json_build_object('number', f."number", 'title', f."title") END AS "proposal"`;

export const lineTables = Prisma.sql`"Ticket" t LEFT JOIN "Person" o ON o."id" = t."ownerPersonId"
  LEFT JOIN "Body" b ON b."id" = t."ownerBodyId" LEFT JOIN "Proposal" f ON f."id" = t."proposalId"`;

export const lineSql = Prisma.sql`SELECT ${lineColumns} FROM ${lineTables}`;
