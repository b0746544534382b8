import { createHash } from "node:crypto";

export interface Problem {
  status: number;
  code: string;
  title: string;
  detail: string;
}

/** An error as the API says it (RFC 9457). */
export function problemAnswer({ status, code, title, detail }: Problem): Response {
  const body = { type: "about:blank", title, status, detail, code };
  return new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/problem+json", "cache-control": "no-store" },
  });
}

/** JSON with a tag of its content: who has it already gets 304 and no body (RFC 9110, 13.1.2). */
export function taggedAnswer(request: Request, body: unknown): Response {
  const text = JSON.stringify(body);
  const etag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 22)}"`;
  const headers = { etag, "cache-control": "public, max-age=0, must-revalidate" };
  const held = request.headers.get("if-none-match")?.split(",") ?? [];
  const has = held.some((tag) => ["*", etag].includes(tag.trim().replace(/^W\//, "")));
  if (has) return new Response(null, { status: 304, headers });
  return new Response(text, { headers: { ...headers, "content-type": "application/json" } });
}
