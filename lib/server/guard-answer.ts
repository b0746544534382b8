import type { IncomingMessage, ServerResponse } from "node:http";
import type { RequestFacts } from "../db/request-facts";
import { broken, databaseGone, type Failure, tooSlow } from "./failure-answer";
import { failureAnswer } from "./send-failure";

export interface Guarded {
  request: IncomingMessage;
  response: ServerResponse;
  facts: RequestFacts;
  nonce: string;
  showQueries: boolean;
  /** Seconds that the sender of a form has to wait: its page keeps what was typed, and is no success. */
  waitSeconds?: number;
}

/**
 * Puts our own page in the place of an answer that failed: Next's error pages are empty without JavaScript, and say 500
 * where only the database is away. Looks at the status when the first byte is about to leave; an answer that is already
 * under way is left alone. Returns a function that answers for a handler that threw, or has to be cut off.
 */
export function guardAnswer(guarded: Guarded): (failure?: Failure) => void {
  const { response, facts } = guarded;
  const { writeHead, write, end } = response;
  let replaced = false;

  const failed = () =>
    replaced || (!response.headersSent && response.statusCode >= 500 && !speaksForItself(guarded));
  const replace = (failure = causeOf(facts)) => {
    if (replaced) return;
    replaced = true;
    const answer = failureAnswer(guarded, failure);
    writeHead.call(response, answer.status, answer.headers);
    end.call(response, answer.body, "utf8", undefined);
  };
  const beforeHead = () => {
    if (guarded.waitSeconds && !response.headersSent && response.statusCode === 200) {
      response.statusCode = 429;
      response.setHeader("retry-after", guarded.waitSeconds);
    }
    if (guarded.showQueries && !response.headersSent) {
      response.setHeader("server-timing", `db;desc="${facts.queries} queries"`);
    }
  };

  // Each keeps Node's own overloads; only what matters here is looked at.
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    response.statusCode = status;
    if (failed()) replace();
    else {
      beforeHead();
      Reflect.apply(writeHead, response, [response.statusCode, ...rest]);
    }
    return response;
  }) as typeof writeHead;
  response.write = ((...chunk: unknown[]) => {
    if (failed()) {
      replace();
      return true;
    }
    beforeHead();
    return Reflect.apply(write, response, chunk);
  }) as typeof write;
  response.end = ((...chunk: unknown[]) => {
    if (failed()) replace();
    else {
      beforeHead();
      Reflect.apply(end, response, chunk);
    }
    return response;
  }) as typeof end;
  const { flushHeaders } = response;
  response.flushHeaders = () => {
    if (failed()) replace();
    else {
      beforeHead();
      flushHeaders.call(response);
    }
  };
  return (failure) => {
    if (response.headersSent) response.destroy();
    else replace(failure);
  };
}

function causeOf(facts: RequestFacts): Failure {
  if (facts.databaseGone) return databaseGone;
  return facts.tooSlow ? tooSlow : broken;
}

/** The health check, and a route of ours that says that it is full or about to stop: Next never answers a problem. */
function speaksForItself({ request, response }: Guarded): boolean {
  if (request.url === "/health") return true;
  return (
    response.statusCode === 503 && String(response.getHeader("content-type")) === "application/problem+json"
  );
}
