import { done, type FieldError, type Result, refuse } from "../result";
import { jsonFault } from "./json-fault";

const mostListed = 20;

/** What a text holds as JSON; or where it stops being JSON. */
export function readJson(written: string): Result<unknown> {
  const text = written.replace(/^\uFEFF/, "");
  if (text.trim() === "") return refuse("invalid", "The file is empty.");
  try {
    return done<unknown>(JSON.parse(text));
  } catch {
    return refuse("invalid", `The file is not JSON: ${jsonFault(text)}.`);
  }
}

/** "a fault", or how many. */
export function countedFaults({ length }: readonly FieldError[]): string {
  return length === 1 ? "a fault" : `${length} faults`;
}

/** The first faults, and how many more there are. */
export function listedFaults(errors: readonly FieldError[]): FieldError[] {
  const more = errors.length - mostListed;
  const listed = errors.slice(0, mostListed);
  return more > 0 ? [...listed, { path: "", message: `and ${more} more` }] : listed;
}

/** One fault on one line, for a terminal: `issues[3].comments[2].date_created: "yesterday" is no time; …`. */
export function inWords({ path, message }: FieldError): string {
  return path === "" ? message : `${path}: ${message}`;
}

/** Where in the file: `issues[3].comments[2].date_created`. */
export function pathInWords(path: PropertyKey[]): string {
  return path
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("")
    .replace(/^\./, "");
}
