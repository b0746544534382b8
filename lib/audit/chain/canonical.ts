import { createHash } from "node:crypto";

/** What sealing and verifying ask of a connection: pg's own client, or one of the pool. */
export interface Queryable {
  query<Row>(ask: { text: string; values?: unknown[]; rowMode?: "array" }): Promise<{ rows: Row[] }>;
}

/** The tables whose rows are sealed, in the order in which a seal holds them. */
export type Sealed = "Event" | "AuditEntry";

type Kind = "number" | "text" | "instant" | "json";

/** The form in which rows are written out today. What is changed here needs a new number, and the old form kept. */
export const currentForm = 1;

/**
 * The columns that a seal covers. Not the number of the transaction that wrote an event: it means nothing in the
 * cluster that a backup is restored into.
 */
export const sealedColumns: Readonly<Record<Sealed, Readonly<Record<string, Kind>>>> = {
  Event: {
    ...{ id: "number", at: "instant", type: "text", actorId: "number", onBehalfOf: "text" },
    ...{
      subject: "text",
      subjectId: "number",
      proposalId: "number",
      ticketId: "number",
      meetingId: "number",
    },
    ...{ regionId: "number", visibility: "text", sourceKey: "text", meetingSeq: "number", data: "json" },
  },
  AuditEntry: {
    ...{ id: "number", at: "instant", kind: "text", type: "text", personId: "number", byPart: "text" },
    ...{ aboutId: "number", subject: "text", subjectId: "number", eventId: "number", origin: "text" },
    ...{ data: "json" },
  },
};

/** A row as the statement below gives it: every value as text, the json last. */
export type TextRow = (string | null)[];

/** Rows after an id, in the order of their ids. Each value is text by itself, so that no setting changes how it reads. */
export function rowsAfter(table: Sealed): string {
  const columns = Object.entries(sealedColumns[table]).map(([name, kind]) => asText(`r."${name}"`, kind));
  return `SELECT ${columns.join(", ")} FROM "${table}" r WHERE r."id" > $1::bigint ORDER BY r."id" LIMIT $2`;
}

function asText(column: string, kind: Kind): string {
  return kind === "instant" ? instantAsText(column) : `${column}::text`;
}

/** Milliseconds, whatever zone the session has. An infinite time has none, and must not stop who looks for tampering. */
export function instantAsText(column: string): string {
  return `CASE WHEN isfinite(${column}) THEN round(extract(epoch FROM ${column}) * 1000)::bigint::text ELSE ${column}::text END`;
}

/** One line for each row, which no other row has. */
export function canonicalRow(table: Sealed, row: TextRow): string {
  return `${JSON.stringify([table, ...row.slice(0, -1)])}\t${canonicalJson(row.at(-1) ?? "")}\n`;
}

const stringsAndNumbers = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g;

/**
 * JSON without what PostgreSQL is free to choose: the order of keys and the space between. Numbers stay as they are
 * written, since a number of JavaScript would make two large ones equal.
 */
export function canonicalJson(text: string): string {
  const marked = text.replace(stringsAndNumbers, (part) =>
    part.startsWith('"') ? `"s${part.slice(1)}` : `"n${part}"`,
  );
  try {
    return JSON.stringify(inOrder(JSON.parse(marked)));
  } catch {
    return JSON.stringify(`unreadable ${text}`); // deeper than anything of ours: still one text for one value
  }
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [key, inOrder(value[key as keyof typeof value])])); // one of its keys
}

/** What a seal says besides its rows. */
export interface SealFacts {
  id: number;
  /** In milliseconds. */
  at: string;
  form: number;
  toEvent: bigint;
  toEntry: bigint;
  events: number;
  entries: number;
  previous: string;
}

/** Before the first seal. */
export const noHash = "0".repeat(64);

/** SHA-256 over the hash before, the rows, and all that the seal says of them. */
export function beginHash({ id, form, previous }: Pick<SealFacts, "id" | "form" | "previous">) {
  const hash = createHash("sha256").update(`${JSON.stringify(["seal", form, id, previous])}\n`);
  return {
    add: (line: string) => {
      hash.update(line);
    },
    end: ({ at, toEvent, toEntry, events, entries }: SealFacts): string =>
      hash.update(JSON.stringify([at, String(toEvent), String(toEntry), events, entries])).digest("hex"),
  };
}
