import { type Problem, problem } from "./problem";

export interface Body {
  /** As it came, for its fingerprint. */
  text: string;
  fields: Record<string, unknown>;
}

/** The fields of a JSON body; an empty one has none. */
export async function readBody(request: Request, mostBytes: number): Promise<Body | Problem> {
  if (request.method === "GET" || request.method === "HEAD") return { text: "", fields: {} };
  const text = await textOf(request, mostBytes);
  if (text === undefined) {
    return problem(413, "too_large", `A body may have ${mostBytes / 1_000_000} MB; this is longer.`);
  }
  if (text.trim() === "") return { text: "", fields: {} };
  if (!isJson(request.headers.get("content-type"))) {
    return problem(415, "not_json", "Send JSON, and say so: Content-Type: application/json.");
  }
  return parsed(text);
}

export function isProblem(given: object): given is Problem {
  return "status" in given && "code" in given && "detail" in given;
}

function parsed(text: string): Body | Problem {
  let storable = true;
  try {
    const fields: unknown = JSON.parse(text, (key, value) => {
      storable &&= isStorable(key) && (typeof value !== "string" || isStorable(value));
      return value;
    });
    if (!storable) return notStorable;
    if (typeof fields === "object" && fields !== null && !Array.isArray(fields)) {
      return { text, fields: fields as Record<string, unknown> }; // an object of JSON
    }
    return problem(400, "malformed", "The body has to be a JSON object, such as {}.");
  } catch (failure) {
    const why = failure instanceof Error ? failure.message.replaceAll(/\p{Cc}/gu, " ").slice(0, 120) : "";
    return problem(400, "malformed", `The body is no JSON: ${why}.`);
  }
}

/** PostgreSQL keeps no NUL, and no half of a pair. */
export function isStorable(text: string): boolean {
  return !text.includes("\0") && text.isWellFormed();
}

export const notStorable = problem(
  400,
  "malformed",
  "There is a character in it that no text has: NUL, or half of a pair.",
);

function isJson(type: string | null): boolean {
  return /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(type ?? "");
}

/** Read piece by piece, so that nobody makes us hold more than we would take. */
async function textOf(request: Request, mostBytes: number): Promise<string | undefined> {
  if (Number(request.headers.get("content-length") ?? 0) > mostBytes) return undefined;
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of request.body ?? []) {
    bytes += piece.byteLength;
    if (bytes > mostBytes) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString("utf8");
}
