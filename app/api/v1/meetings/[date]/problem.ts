import type { Refusal, RefusalCode } from "@/lib/result";

const statuses: Record<RefusalCode, number> = {
  invalid: 422,
  not_found: 404,
  forbidden: 403,
  refused: 409,
  conflict: 409,
  repeated: 409,
  key_reused: 422,
  signed_out: 401,
};

/** RFC 9457. */
export function problem(status: number, detail: string, headers: Record<string, string> = {}): Response {
  const body = { type: "about:blank", status, detail };
  return Response.json(body, {
    status,
    headers: { ...headers, "content-type": "application/problem+json", "cache-control": "no-store" },
  });
}

export function refusalProblem({ code, message, errors }: Refusal): Response {
  const status = statuses[code];
  const body = { type: "about:blank", status, code, detail: message, ...(errors && { errors }) };
  return Response.json(body, {
    status,
    headers: { "content-type": "application/problem+json", "cache-control": "no-store" },
  });
}

/** A cookie comes along by itself: only our own pages may use it to change something. */
export function isOfThisSite({ headers }: Request): boolean {
  const site = headers.get("sec-fetch-site") ?? "same-origin";
  return site === "same-origin" && (headers.get("content-type") ?? "").startsWith("application/json");
}
