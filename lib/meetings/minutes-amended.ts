import type { AmendmentRecord, ItemRecord, LineRecord, MinutesRecord } from "./minutes-record";

/** "amendment 2", or "amendment E1" where the board alone reads it. */
export function amendmentName({ number, executive }: Pick<AmendmentRecord, "number" | "executive">): string {
  return `amendment ${executive ? "E" : ""}${number}`;
}

/** The record as its amendments leave it: a corrected line says the last correction, a struck one is gone. */
export function asAmended(record: MinutesRecord): MinutesRecord {
  if (record.amendments.length === 0) return record;
  return { ...record, items: record.items.map((item) => amendedItem(item, record.amendments)) };
}

function amendedItem(item: ItemRecord, amendments: readonly AmendmentRecord[]): ItemRecord {
  return {
    ...item,
    lines: item.lines.flatMap((line) => amendedLine(line, amendments)),
    additions: amendments.filter(({ itemId, lineId }) => itemId === item.id && lineId === null),
  };
}

function amendedLine(line: LineRecord, amendments: readonly AmendmentRecord[]): LineRecord[] {
  const last = amendments.filter(({ lineId }) => lineId === line.id).at(-1);
  if (!last) return [line];
  return last.text === "" ? [] : [{ ...line, text: last.text, amendedBy: amendmentName(last) }];
}
