import { Prisma } from "../../db/client";
import type { Actor } from "../../workflow/actor";
import type { ExportKind } from "./export-kind";
import { exportKinds } from "./export-kinds";
import { sightOf } from "./export-sight";
import { type Ask, inSnapshot } from "./snapshot";

const rowsAtOnce = 200;

/**
 * Everything that this actor may see, one JSON object per line, each with its `kind`; ids join the lines. All of it
 * is of one instant, and it is read in small batches, so that memory stays flat however much there is.
 */
export function exportAll(actor: Actor): AsyncIterable<string> {
  return inSnapshot((ask) => allLines(ask, actor));
}

async function* allLines(ask: Ask, actor: Actor): AsyncIterable<string> {
  for (const kind of exportKinds(sightOf(actor))) yield* linesOf(ask, kind);
}

async function* linesOf(ask: Ask, { kind, rows }: ExportKind): AsyncIterable<string> {
  let after = "0";
  for (;;) {
    // What the search keeps beside a text says nothing that the text does not.
    const batch = await ask<{ id: string; line: string }>(Prisma.sql`
      SELECT "id"::text AS "id", (facts - 'search' || jsonb_build_object('kind', ${kind}::text))::text AS "line"
      FROM (SELECT * FROM (${rows}) AS every WHERE every."id" > ${after}::bigint ORDER BY every."id" LIMIT ${rowsAtOnce}) AS batch
      ORDER BY batch."id"`);
    for (const { line } of batch) yield `${line}\n`;
    const last = batch.at(-1);
    if (!last || batch.length < rowsAtOnce) return;
    after = last.id;
  }
}
