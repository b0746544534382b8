import { createHash } from "node:crypto";
import { requestFacts } from "../db/request-facts";
import { onlyOnce } from "../db/submission";
import { log } from "../log";
import type { FieldError, Result } from "../result";
import { covers } from "../tokens/ui-text";
import { thePublic } from "../workflow/actor";
import { type Caller, callerOf, isReading, limitOf } from "./caller";
import { filledBy, takesVersion } from "./fields";
import { findOperations, type Matched } from "./find-operation";
import { noteRefusedAdministration } from "./note-refused";
import { needsPerson, type Operation } from "./operation";
import { challenge, type Problem, problem, problemOf, problemResponse } from "./problem";
import { type Body, isProblem, isStorable, notStorable, readBody } from "./read-body";
import { shown, tagOf, versionIn } from "./shown";

/** Answers one request to an operation. Never throws: what breaks is logged, and told without details. */
export async function answer(request: Request, operations: readonly Operation[]): Promise<Response> {
  const segments = segmentsOf(request);
  try {
    const response = await answered(request, segments, operations);
    return request.method === "HEAD" ? new Response(null, response) : response;
  } catch (failure) {
    log.error({ failure, path: segments.join("/") }, "an API request failed");
    return problemResponse(problem(500, "broken", "It was written to the portal’s log. Try again later."));
  }
}

/** What stands in the path behind /api/v1. */
function segmentsOf(request: Request): string[] {
  const [, , , ...segments] = new URL(request.url).pathname.split("/");
  try {
    return segments.map(decodeURIComponent);
  } catch {
    return segments;
  }
}

async function answered(
  request: Request,
  segments: readonly string[],
  operations: readonly Operation[],
): Promise<Response> {
  if (![...segments, ...new URL(request.url).searchParams.values()].every(isStorable))
    return problemResponse(notStorable);
  const found = findOperations(operations, segments);
  const methods = [...found.keys(), ...(found.has("GET") ? ["HEAD"] : []), "OPTIONS"];
  if (found.size > 0 && request.method === "OPTIONS") {
    return new Response(null, { status: 204, headers: { allow: methods.join(", ") } });
  }
  const caller = await callerOf(request);
  // Who guesses at tokens is counted as a stranger.
  if (isProblem(caller)) return problemResponse((await limitOf(request, { actor: thePublic })) ?? caller);
  const limited = await limitOf(request, caller);
  if (limited) return problemResponse(limited);
  if (found.size === 0) return problemResponse(noSuchPath);
  const matched = found.get(request.method === "HEAD" ? "GET" : request.method);
  if (!matched) return problemResponse(wrongMethod(request.method, methods));
  return carriedOut(request, caller, matched);
}

async function carriedOut(request: Request, caller: Caller, matched: Matched): Promise<Response> {
  const { operation } = matched;
  const facts = requestFacts.getStore();
  if (facts) facts.route = `/api/v1${operation.path}`;
  const refusal = mayNot(caller, operation);
  await noteRefusedAdministration(caller, operation, refusal);
  if (refusal) return problemResponse(refusal);
  const body = await readBody(request, operation.mostBytes);
  if (isProblem(body)) return problemResponse(body);
  const given = givenIn(request, matched, body);
  if (takesVersion(operation) && given.version === undefined) return problemResponse(versionWanted);
  const parsed = operation.input.safeParse(given);
  if (!parsed.success) return problemResponse(wrongFields(parsed.error.issues, operation));
  const result = await once(request, caller, body, () => operation.run(caller.actor, parsed.data));
  if (isProblem(result)) return problemResponse(result);
  if (!result.ok)
    return problemResponse(named(problemOf(result.refusal, takesVersion(operation)), operation));
  return operation.text ? asText(request, operation, result.value) : asJson(request, operation, result.value);
}

/** What the caller may not even try. */
function mayNot({ actor, scope }: Caller, operation: Operation): Problem | undefined {
  const { scope: needed, inPersonOnly } = operation;
  if (actor.kind !== "person" && needsPerson(operation)) {
    const detail = "You are signed out. Sign in, or send a token: Authorization: Bearer streamboard_…";
    return problem(401, "signed_out", detail, { headers: challenge });
  }
  if (scope && inPersonOnly) {
    return problem(403, "in_person_only", "A token does not do this; sign in, and do it yourself.");
  }
  if (!scope || covers(scope, needed)) return undefined;
  return problem(403, "scope", `This token may only ${scope}; this needs one that may ${needed}.`);
}

/** The path speaks over the body, and the body over the query and If-Match. */
function givenIn(request: Request, { operation, parameters }: Matched, body: Body): Record<string, unknown> {
  const version = takesVersion(operation) ? versionIn(request.headers.get("if-match")) : undefined;
  const names = filledBy(operation);
  return {
    ...(operation.method === "GET" && queryOf(request)),
    ...(version !== undefined && { version }),
    ...body.fields,
    ...Object.fromEntries(Object.entries(parameters).map(([name, text]) => [names[name] ?? name, text])),
  };
}

/** A name that stands twice is a list. */
function queryOf(request: Request): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = {};
  const { searchParams } = new URL(request.url);
  for (const name of new Set(searchParams.keys())) {
    const values = searchParams.getAll(name);
    query[name] = values.length > 1 ? values : (values[0] ?? "");
  }
  return query;
}

/** A POST with an Idempotency-Key has one effect, however often it is sent; its answer is the same each time. */
async function once(
  request: Request,
  { actor }: Caller,
  body: Body,
  run: () => Promise<Result<unknown>>,
): Promise<Result<unknown> | Problem> {
  const key = request.headers.get("idempotency-key");
  if (key === null || isReading(request) || actor.kind !== "person") return run();
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) {
    return problem(
      400,
      "bad_key",
      "An Idempotency-Key has 1 to 200 visible ASCII characters, such as a UUID.",
    );
  }
  const { pathname } = new URL(request.url);
  const asked = [request.method, pathname, request.headers.get("if-match") ?? "", body.text].join("\n");
  const fingerprint = createHash("sha256").update(asked).digest("base64url");
  return onlyOnce(`api:${actor.personId}:${key}`, actor.personId, run, fingerprint);
}

function asJson(request: Request, operation: Operation, value: unknown): Response {
  const body = shown(operation, value);
  const text = JSON.stringify(body);
  const etag = tagOf(body, text);
  const headers = { etag, ...keptBy(request) };
  const held = request.headers.get("if-none-match")?.split(",") ?? [];
  const has = held.some((tag) => tag.trim().replace(/^W\//, "") === etag);
  if (operation.method === "GET" && has) return new Response(null, { status: 304, headers });
  return new Response(text, {
    status: operation.status,
    headers: { ...headers, "content-type": "application/json" },
  });
}

function asText(request: Request, { text }: Operation, value: unknown): Response {
  return new Response(text?.write(value) ?? null, {
    headers: { "content-type": text?.mediaType ?? "text/plain", ...keptBy(request) },
  });
}

/** A program keeps its answers, and asks whether they still hold; a browser that others use after its reader keeps none. */
function keptBy({ headers }: Request): Record<string, string> {
  const byBrowser = headers.has("cookie") && !headers.has("authorization");
  return {
    "cache-control": byBrowser ? "private, no-store" : "private, no-cache",
    vary: "authorization, cookie",
  };
}

/** A field that the path fills goes by the name that it has there. */
function wrongFields(
  issues: readonly { path: PropertyKey[]; message: string }[],
  operation: Operation,
): Problem {
  const errors: FieldError[] = issues.map(({ path, message }) => ({ path: path.join("."), message }));
  // What cannot be in an address is not there.
  const ofPath = Object.values(filledBy(operation));
  if (errors.every(({ path }) => ofPath.includes(path))) return noSuchPath;
  return problem(422, "invalid", "Some fields need another look.", { errors });
}

/** A query that finds nothing knows no better word than "thing". */
function named(given: Problem, { path }: Operation): Problem {
  const word = path.split("/")[1]?.replace(/s$/, "").replaceAll("-", " ") ?? "thing";
  return { ...given, detail: given.detail.replace("no such thing,", `no such ${word},`) };
}

const noSuchPath = problem(404, "not_found", "There is nothing at this address, or it is not public.");
const versionWanted = problem(
  428,
  "version_wanted",
  "Say which version you saw: If-Match with the ETag that came with it, or version in the body.",
);

function wrongMethod(method: string, methods: readonly string[]): Problem {
  const detail = `${method} is nothing that can be done here; ${methods.join(", ")} are.`;
  return problem(405, "wrong_method", detail, { headers: { allow: methods.join(", ") } });
}
