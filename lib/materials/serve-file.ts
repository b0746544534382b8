import { kindOfMediaType } from "./file-kinds";
import { contentDisposition } from "./file-name";
import type { AttachmentFound } from "./queries";

export interface Part {
  start: number;
  length: number;
}

/** What to answer to a request for a file: without a part there is no body. */
export interface FileAnswer {
  status: 200 | 206 | 304 | 416;
  headers: Record<string, string>;
  part: Part | null;
}

/**
 * How a file is served so that nothing in it can act for this site: as what was found in it and nothing else, in a
 * sandbox, to be downloaded unless browsers show its kind safely, and asked for again each time, for who may see it can
 * change (RFC 9110: conditions, then ranges).
 */
export function answerFor(file: AttachmentFound, request: Headers): FileAnswer {
  const etag = `"${file.sha256}"`;
  const headers = { ...headersOf(file), etag };
  if (matches(request.get("if-none-match"), etag)) return { status: 304, headers, part: null };
  const whole = { start: 0, length: file.size };
  const isSame = !request.has("if-range") || request.get("if-range") === etag;
  const range = isSame ? rangeIn(request.get("range"), file.size) : null;
  if (range === null) {
    return { status: 200, headers, part: whole };
  }
  if (range === "beyond") {
    return { status: 416, headers: { ...headers, "content-range": `bytes */${file.size}` }, part: null };
  }
  const last = range.start + range.length - 1;
  const ofPart = `bytes ${range.start}-${last}/${file.size}`;
  return { status: 206, headers: { ...headers, "content-range": ofPart }, part: range };
}

function headersOf({ name, mediaType }: AttachmentFound): Record<string, string> {
  const kind = kindOfMediaType(mediaType);
  return {
    "content-type": mediaType.startsWith("text/") ? `${mediaType}; charset=utf-8` : mediaType,
    "content-disposition": contentDisposition(kind?.shown ? "inline" : "attachment", name),
    "content-security-policy": policyOf(kind?.as),
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "private, no-cache",
    vary: "Cookie",
    "accept-ranges": "bytes",
  };
}

/** Browsers show no PDF in a sandbox; scripts of a PDF stay within it, and the policy leaves it nothing to fetch. */
function policyOf(as: string | undefined): string {
  const nothing = "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; frame-ancestors 'none'";
  if (as === "pdf") return nothing;
  return as === "media" ? `${nothing}; media-src 'self'; sandbox` : `${nothing}; sandbox`;
}

function matches(condition: string | null, etag: string): boolean {
  if (!condition) return false;
  return condition.split(",").some((each) => each.trim() === "*" || each.trim().replace(/^W\//, "") === etag);
}

/** One part of the bytes, as players ask for it; anything else gets the whole. */
function rangeIn(header: string | null, size: number): Part | "beyond" | null {
  const [, first, last] = /^bytes=(\d{0,12})-(\d{0,12})$/.exec(header ?? "") ?? [];
  if (first === undefined || last === undefined || (first === "" && last === "")) return null;
  const start = first === "" ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === "" || last === "" ? size - 1 : Math.min(Number(last), size - 1);
  if (start >= size || (first === "" && Number(last) === 0)) return "beyond";
  return end < start ? null : { start, length: end - start + 1 };
}
