import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { asPage, asProblem, type Failure } from "./failure-answer";

// Headers that describe the body that is thrown away.
const ofTheBody = [
  "content-length",
  "content-encoding",
  "transfer-encoding",
  "etag",
  "link",
  "x-nextjs-cache",
];

/** A browser listens only when it has sent everything; whoever sends more than this is not waited for. */
const swallowedBytes = 250_000_000;

export interface Failed {
  request: IncomingMessage;
  response: ServerResponse;
  nonce: string;
}

/** The answer that says what failed, as a page or as a problem, whichever was asked for. */
export function failureAnswer({ request, response, nonce }: Failed, failure: Failure) {
  for (const name of ofTheBody) response.removeHeader(name);
  const headers: OutgoingHttpHeaders = { "cache-control": "no-store" };
  const wait = failure.retryAfterSeconds ?? (failure.status === 503 ? 10 : 0);
  if (wait > 0) headers["retry-after"] = String(wait);
  if (failure.status === 405) headers.allow = "GET, HEAD, POST";
  const id = failure.status >= 500 ? String(response.getHeader("x-request-id") ?? "") : "";
  const body = wantsJson(request) ? asProblem(failure, id) : asPage(failure, nonce, id);
  headers["content-type"] = wantsJson(request) ? "application/problem+json" : "text/html; charset=utf-8";
  headers["content-length"] = Buffer.byteLength(body);
  return { status: failure.status, headers, body: request.method === "HEAD" ? "" : body };
}

/** Turns a request away before anything was done for it, once it has been sent to its end. */
export function turnAway(failed: Failed, failure: Failure): void {
  const { request, response } = failed;
  const answer = () => {
    const { status, headers, body } = failureAnswer(failed, failure);
    response.writeHead(status, { ...headers, ...(hasBody(request) && { connection: "close" }) });
    response.end(body);
  };
  if (!hasBody(request) || Number(request.headers["content-length"]) > swallowedBytes) answer();
  else request.resume().once("end", answer);
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
}

function wantsJson({ url, headers }: IncomingMessage): boolean {
  const accept = headers.accept ?? "";
  if (accept.includes("text/html")) return false;
  return /application\/(problem\+)?json/.test(accept) || (url ?? "").startsWith("/api/v");
}
