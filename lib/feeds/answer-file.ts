import { createHash } from "node:crypto";

export interface ServedFile {
  body: string;
  /** Without its character set: always UTF-8. */
  type: string;
  /** When what it says last changed, where that is known. */
  changedAt?: Date;
  /** What it is called when it is kept. */
  name?: string;
}

/**
 * A file that everybody may read, told what its reader has already (RFC 9110, 13): 304 without a body where that is
 * still true. The tag is of the words themselves, and so true whatever changed them.
 */
export function answerFile(request: Request, { body, type, changedAt, name }: ServedFile): Response {
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
  const headers: Record<string, string> = {
    etag,
    "cache-control": "public, max-age=60",
    "x-content-type-options": "nosniff",
    ...(changedAt && { "last-modified": changedAt.toUTCString() }),
  };
  if (isKnown(request.headers, etag, changedAt)) return new Response(null, { status: 304, headers });
  headers["content-type"] = `${type}; charset=utf-8`;
  if (name) headers["content-disposition"] = `attachment; filename="${name}"`;
  return new Response(body, { headers });
}

/** What is not there, or not for everybody. */
export function noFile(sentence: string): Response {
  return new Response(`${sentence}\n`, {
    status: 404,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });
}

/** A date counts only where no tag was sent: it knows no more than seconds. */
function isKnown(headers: Headers, etag: string, changedAt: Date | undefined): boolean {
  const tags = headers.get("if-none-match");
  if (tags !== null) {
    return tags.split(",").some((tag) => ["*", etag].includes(tag.trim().replace(/^W\//, "")));
  }
  const since = Date.parse(headers.get("if-modified-since") ?? "");
  return changedAt !== undefined && Math.floor(changedAt.getTime() / 1000) * 1000 <= since;
}
