/** Where a page ends: the values that the list is sorted by, as text, and the id, which settles ties. */
export interface Cursor {
  keys: string[];
  id: number;
}

export type KeyKind = "instant" | "number" | "text";

/** Opaque to readers: an instant as ISO text, a number as digits, a text as an address writes it. */
export function writeCursor({ keys, id }: Cursor): string {
  return Buffer.from([...keys.map(escaped), id].join(" ")).toString("base64url");
}

/** A cursor that makes no sense is the first page, not an error: somebody cut the address short. */
export function readCursor(cursor: string | undefined, kinds: readonly KeyKind[]): Cursor | undefined {
  const parts = Buffer.from(cursor ?? "", "base64url")
    .toString()
    .split(" ");
  const id = readKey(parts.pop() ?? "", "number");
  if (id === undefined || parts.length !== kinds.length) return undefined;
  const keys = kinds.flatMap((kind, place) => readKey(parts[place] ?? "", kind) ?? []);
  return keys.length === kinds.length ? { keys, id: Number(id) } : undefined;
}

function readKey(text: string, kind: KeyKind): string | undefined {
  if (kind === "number") return /^\d{1,9}$/.test(text) ? text : undefined;
  return kind === "instant" ? readInstant(text) : unescaped(text);
}

/** Only what the database reads as an instant too. */
function readInstant(text: string): string | undefined {
  const instant = new Date(/^[12]\d{3}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(text) ? text : "");
  return Number.isNaN(instant.getTime()) ? undefined : instant.toISOString();
}

function escaped(text: string): string {
  return text.replaceAll(/[%\s]/g, encodeURIComponent);
}

/** The database takes no NUL. */
function unescaped(text: string): string | undefined {
  try {
    return decodeURIComponent(text).replaceAll("\0", "");
  } catch {
    return undefined;
  }
}
