import { parse } from "csv-parse/sync";
import { z } from "zod";
import { lineUpTo } from "../plain-input";
import type { FieldError } from "../result";

/** A machine as an inventory names it. */
export interface HostRow {
  name: string;
  site: string;
  cpuCores: number;
  ramGb: number;
  disks: string;
  nics: string;
  bmc: string;
}

export const hostColumns = ["name", "site", "cpu", "ram", "disks", "nics", "bmc"] as const;
const needed = ["name", "site", "cpu", "ram"] as const;
export const mostHosts = 2_000;
const mostComplaints = 100;

export type HostList = { ok: true; hosts: HostRow[] } | { ok: false; errors: FieldError[] };

/**
 * Reads an inventory: CSV with a head (commas, semicolons or tabs, with or without a byte-order mark), or a JSON array
 * of objects with the same names. Everything that is wrong is said at once, by line; on any error there are no hosts.
 */
export function readHosts(text: string): HostList {
  const plain = text.replace(/^\uFEFF/, "").trim();
  if (plain === "") return failed(["Paste an inventory, or choose a file: CSV with a head line, or JSON."]);
  const read = /^[[{]/.test(plain) ? fromJson(plain) : fromCsv(plain);
  if ("complaint" in read) return failed([read.complaint]);
  if (read.records.length > mostHosts) {
    return failed([`${mostHosts.toLocaleString("en")} hosts at once are enough; split the list.`]);
  }
  return checked(read.records);
}

interface Read {
  /** `line` as a person counts them, the head included. */
  records: { line: number; values: Record<string, unknown> }[];
}

/** What csv-parse gives with `info`: its types know only the rows without. */
const csvRows = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));

function fromCsv(text: string): Read | { complaint: string } {
  const head = text.split(/\r?\n/, 1)[0] ?? "";
  const delimiter = [";", "\t", ","].reduce((best, each) =>
    head.split(each).length > head.split(best).length ? each : best,
  );
  try {
    const options = { delimiter, info: true, relax_column_count: true, skip_empty_lines: true, trim: true };
    const rows = csvRows.parse(parse(text, options));
    const names = (rows[0]?.record ?? []).map((name) => name.toLowerCase());
    const wrong = wrongHead(names);
    if (wrong) return { complaint: wrong };
    return {
      records: rows.slice(1).map(({ record, info }) => ({
        line: info.lines,
        values: {
          ...Object.fromEntries(names.map((name, place) => [name, record[place] ?? ""])),
          ...(record.length > names.length && { extra: record.slice(names.length) }),
        },
      })),
    };
  } catch (failure) {
    return { complaint: `This is no CSV: ${failure instanceof Error ? failure.message : failure}` };
  }
}

function wrongHead(names: readonly string[]): string | undefined {
  const missing = needed.filter((name) => !names.includes(name));
  const unknown = names.filter((name) => !hostColumns.some((known) => known === name));
  const twice = names.filter((name, place) => names.indexOf(name) !== place);
  const complaints = [
    missing.length > 0 && `${missing.join(", ")} ${missing.length === 1 ? "is" : "are"} missing`,
    unknown.length > 0 && `nobody knows ${unknown.map((name) => `“${name}”`).join(", ")}`,
    twice.length > 0 && `${twice.join(", ")} stands there twice`,
  ].filter(Boolean);
  if (complaints.length === 0) return undefined;
  return `Line 1: the head has to name ${hostColumns.join(", ")} (the last three may be left out); ${complaints.join("; ")}.`;
}

function fromJson(text: string): Read | { complaint: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (failure) {
    return { complaint: `This is no JSON: ${failure instanceof Error ? failure.message : failure}` };
  }
  const list = z.array(z.record(z.string(), z.unknown())).safeParse(value);
  if (!list.success) {
    return {
      complaint:
        'Give an array of objects, such as [{"name": "node1", "site": "rdu", "cpu": 32, "ram": 256}].',
    };
  }
  return { records: list.data.map((values, place) => ({ line: place + 1, values })) };
}

function whole(what: string, most: number) {
  const message = `${what} has to be a whole number from 1 to ${most.toLocaleString("en")}`;
  return z.preprocess(
    (given) => (typeof given === "string" && /^\d+$/.test(given) ? Number(given) : given),
    z.number(message).int(message).min(1, message).max(most, message),
  );
}

const text = (what: string) => z.preprocess((given) => given ?? "", lineUpTo(300, what));
const host = z.object({
  name: z
    .string("the name is missing")
    .trim()
    .regex(
      /^[a-zA-Z0-9]([a-zA-Z0-9.-]{0,251}[a-zA-Z0-9])?$/,
      "the name has to be a host name, such as node1.example.org",
    ),
  site: lineUpTo(100, "the site").pipe(z.string().min(1, "the site is missing")),
  cpu: whole("cpu (cores)", 4_096),
  ram: whole("ram (GB)", 65_536),
  disks: text("the disks"),
  nics: text("the NICs"),
  bmc: text("the BMC"),
});

function checked(records: Read["records"]): HostList {
  if (records.length === 0) return failed(["The list has a head and no host."]);
  const complaints: string[] = [];
  const hosts: HostRow[] = [];
  const lines = new Map<string, number>();
  for (const { line, values } of records) {
    const unknown = Object.keys(values).filter((name) => !hostColumns.some((known) => known === name));
    if (unknown.length > 0)
      complaints.push(`Line ${line}: there is more than the head names (${unknown.join(", ")}).`);
    const read = host.safeParse(values);
    if (!read.success) {
      complaints.push(
        ...read.error.issues.map(({ message }) => `Line ${line}: ${message.replace(/\.$/, "")}.`),
      );
      continue;
    }
    const { cpu, ram, name, ...rest } = read.data;
    const known = name.toLowerCase();
    const first = lines.get(known);
    if (first !== undefined) complaints.push(`Line ${line}: ${known} stands in line ${first} already.`);
    lines.set(known, first ?? line);
    hosts.push({ ...rest, name: known, cpuCores: cpu, ramGb: ram });
  }
  return complaints.length > 0 ? failed(complaints) : { ok: true, hosts };
}

function failed(complaints: readonly string[]): HostList {
  const shown = complaints.slice(0, mostComplaints);
  const more = complaints.length - shown.length;
  const all = more > 0 ? [...shown, `… and ${more} more.`] : shown;
  return { ok: false, errors: all.map((message) => ({ path: "list", message })) };
}
