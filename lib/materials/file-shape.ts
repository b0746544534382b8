import type { FileKind } from "./file-kinds";

// A file that is two things at once begins like the one and ends like the other, or hides one in the comments of the
// other. Readers' programs would each find theirs. These checks look at the ends and the beginnings.

/** Why the bytes are not a whole and only a file of that kind; null where they are. */
export function faultInShape(kind: FileKind, bytes: Uint8Array): string | null {
  const found = markupIn(kind, bytes);
  if (found) return found;
  if (kind.as !== "office" && endsAsZip(bytes)) return "a ZIP archive hangs at its end";
  return ends[kind.extension]?.(bytes) ?? null;
}

const ends: Readonly<Record<string, (bytes: Uint8Array) => string | null>> = {
  png: (bytes) => (pngEnd(bytes) === bytes.length ? null : "something stands behind the end of the picture"),
  gif: (bytes) => (bytes.at(-1) === 0x3b ? null : "the picture does not end where it should"),
  jpg: (bytes) => (lastIndexOf(bytes, "\xff\xd9", 65_536) >= 0 ? null : "the picture is cut off"),
  webp: (bytes) =>
    bytes.length >= 12 && viewOf(bytes).getUint32(4, true) + 8 === bytes.length
      ? null
      : "the picture is not as long as it says",
  pdf: (bytes) => (lastIndexOf(bytes, "%%EOF", 2048) >= 0 ? null : "it is cut off: its end is missing"),
  ...Object.fromEntries(
    ["odp", "odt", "ods", "pptx", "docx", "xlsx"].map((extension) => [
      extension,
      (bytes: Uint8Array) => (endsAsZip(bytes) ? null : "it is cut off, or something hangs at its end"),
    ]),
  ),
};

/** Behind the last chunk, or 0 where the chunks do not hold together (PNG, section 5). */
function pngEnd(bytes: Uint8Array): number {
  const view = viewOf(bytes);
  for (let place = 8; place + 12 <= bytes.length; ) {
    const end = place + 12 + view.getUint32(place);
    if (latin(bytes, place + 4, place + 8) === "IEND") return end;
    place = end;
  }
  return 0;
}

/** Whether a ZIP's closing record ends exactly at the end of the file. */
function endsAsZip(bytes: Uint8Array): boolean {
  const view = viewOf(bytes);
  const lowest = Math.max(0, bytes.length - 65_557);
  for (let place = bytes.length - 22; place >= lowest; place -= 1) {
    if (
      view.getUint32(place) === 0x504b0506 &&
      place + 22 + view.getUint16(place + 20, true) === bytes.length
    )
      return true;
  }
  return false;
}

const markup = /<(?:!doctype\s+html|html|head|body|script|iframe|svg|\?php)[\s>]/i;

/** Markup where programs look for the type of a file: at the beginning and at the end. */
function markupIn(kind: FileKind, bytes: Uint8Array): string | null {
  if (kind.as !== "image" && kind.as !== "pdf") return null;
  const edges = [latin(bytes, 0, 4096), latin(bytes, Math.max(0, bytes.length - 4096), bytes.length)];
  return edges.some((edge) => markup.test(edge)) ? "HTML is hidden in it" : null;
}

/** What the text begins with, where that is no text for readers but markup for browsers. */
export function markupAtStart(bytes: Uint8Array): "HTML" | "SVG" | "XML" | null {
  const start = latin(bytes, 0, 2048).replace(/^\xEF\xBB\xBF/, "");
  const plain = start.replace(/^(?:\s|<!--[\s\S]*?-->)+/, "");
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!doctype\s+svg|<svg[\s>])/i.test(plain)) return "SVG";
  if (/^<(?:!doctype\s+html|html|head|body|script|iframe|meta|title|style|link)[\s>]/i.test(plain))
    return "HTML";
  return /^<\?xml\s/i.test(plain) ? "XML" : null;
}

/** UTF-8 to the last byte, and nothing in it that no text holds. */
export function isPlainText(bytes: Uint8Array): boolean {
  // Tab, line feed, form feed and carriage return are text; the other control characters are a program's.
  if (bytes.some((byte) => byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13))
    return false;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function lastIndexOf(bytes: Uint8Array, wanted: string, within: number): number {
  return latin(bytes, Math.max(0, bytes.length - within), bytes.length).lastIndexOf(wanted);
}

function latin(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1", from, to);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
