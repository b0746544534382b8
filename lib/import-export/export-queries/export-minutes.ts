import { Prisma } from "../../db/client";
import type { ExportKind } from "./export-kind";
import type { Sight } from "./export-sight";

/** What stands around the lines of minutes: what the board says about a draft is the board's. */
export function minutesKinds(see: Sight): ExportKind[] {
  const board = see.readsDrafts ? Prisma.sql`true` : Prisma.sql`false`;
  const published = Prisma.sql`(${board} OR EXISTS (SELECT 1 FROM "Meeting" m WHERE m."id" = x."meetingId" AND m."minutesStatus" = 'published'))`;
  const open = Prisma.sql`(${board} OR x."visibility" = 'public')`;
  const ofLine = (line: Prisma.Sql) =>
    Prisma.sql`EXISTS (SELECT 1 FROM "MinuteLine" x WHERE x."id" = ${line} AND ${see.ofItem})`;
  return [
    kind("minutes_note", Prisma.sql`"MinutesNote"`, Prisma.sql`${see.ofItem} AND ${published}`),
    kind("minutes_comment", Prisma.sql`"MinutesComment"`, Prisma.sql`${board} AND ${see.ofItem}`),
    kind("minutes_amendment", Prisma.sql`"MinutesAmendment"`, Prisma.sql`${see.ofItem} AND ${open}`),
    {
      kind: "minutes_approval",
      rows: Prisma.sql`SELECT x."meetingId" AS "id", to_jsonb(x) AS facts FROM "MinutesApproval" x WHERE ${see.ofItem}`,
    },
    kind("carried_action", Prisma.sql`"CarriedAction"`, ofLine(Prisma.sql`y."id"`), "y"),
    kind("action_report", Prisma.sql`"ActionReport"`, ofLine(Prisma.sql`y."actionId"`), "y"),
  ];
}

function kind(name: string, table: Prisma.Sql, where: Prisma.Sql, alias: "x" | "y" = "x"): ExportKind {
  const row = alias === "x" ? Prisma.sql`x` : Prisma.sql`y`;
  return {
    kind: name,
    rows: Prisma.sql`SELECT ${row}."id", to_jsonb(${row}) AS facts FROM ${table} ${row} WHERE ${where}`,
  };
}
