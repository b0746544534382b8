import { type ColumnOption, stringify } from "csv-stringify/sync";
import { isoDate } from "./calendar-date";
import { now } from "./clock";
import { streamOf } from "./text-stream";

/** One file holds no more; more than that is a job for the database's owner. */
export const mostExported = 10_000;
const atOnce = 1_000;

interface ListToExport<Line> {
  columns: readonly ColumnOption[];
  page: (cursor: string | undefined, size: number) => Promise<{ items: Line[]; nextCursor?: string }>;
  record: (line: Line) => Record<string, unknown>;
  /** The last row of a file that does not hold everything. */
  cutShort: (most: number) => string;
  most?: number;
}

/**
 * A list as CSV, in its order and through its gate, piece by piece. UTF-8 with its mark, so that spreadsheets read it; a
 * cell that a spreadsheet would take for a formula begins with an apostrophe (OWASP, CSV injection).
 */
export async function* exportList<Line>(list: ListToExport<Line>): AsyncGenerator<string> {
  const { columns, page, record, cutShort, most = mostExported } = list;
  const csv = (records: Record<string, unknown>[], isFirst: boolean) =>
    stringify(records, {
      columns,
      header: isFirst,
      bom: isFirst,
      escape_formulas: true,
      record_delimiter: "windows",
    });
  let cursor: string | undefined;
  let written = 0;
  do {
    const { items, nextCursor } = await page(cursor, Math.min(atOnce, most - written));
    yield csv(items.map(record), written === 0);
    written += items.length;
    cursor = nextCursor;
  } while (cursor && written < most);
  if (cursor) yield csv([{ title: cutShort(most) }], false);
}

/** An answer that sends the file while it is made. */
export function csvDownload(name: string, lines: AsyncGenerator<string>): Response {
  return new Response(streamOf(lines), {
    headers: {
      "content-type": "text/csv; charset=utf-8; header=present",
      "content-disposition": `attachment; filename="${name}-${isoDate(now())}.csv"`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}

/** A request's query as pages get it: a name that stands twice is a list. */
export function searchOf(request: Request): Record<string, string[]> {
  const { searchParams } = new URL(request.url);
  return Object.fromEntries([...searchParams.keys()].map((name) => [name, searchParams.getAll(name)]));
}
