import type { IncomingMessage, ServerResponse } from "node:http";
import type { RequestFacts } from "../db/request-facts";
import { meters } from "./meters";

const methods = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/** Measures a request until its answer has ended. A stream lasts as long as its reader stays, and says nothing about us. */
export function measure(
  request: IncomingMessage,
  response: ServerResponse,
  route: () => string,
  facts: RequestFacts,
): void {
  const start = performance.now();
  const { method = "" } = request;
  response.once("close", () => {
    if (String(response.getHeader("content-type")).startsWith("text/event-stream")) return;
    const labels = {
      method: methods.has(method) ? method : "other",
      route: facts.route ?? route(),
      // Whoever leaves before an answer began has none.
      status: response.headersSent ? String(response.statusCode) : "left",
    };
    meters().requests.observe(labels, (performance.now() - start) / 1000);
  });
}
