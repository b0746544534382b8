import type { Prisma } from "../../db/client";

/**
 * One kind of line: its rows, as SQL that gives "id" and "facts" (a JSON object) in no order yet. The line's own
 * `kind` takes the place of a column of that name, which then has another.
 */
export interface ExportKind {
  kind: string;
  rows: Prisma.Sql;
}
