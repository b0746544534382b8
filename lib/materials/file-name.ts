const longest = 120;

/**
 * The name of a file as people may see it and as a header may carry it: no folders, no control characters, nothing
 * that turns the direction of the writing ("slides\u202Efdp.exe" reads as slidesexe.pdf), at most 120 characters with
 * its extension kept. Letters of every writing and emoji stay.
 */
export function cleanFileName(name: string): string {
  const last = name.toWellFormed().split(/[/\\]/).at(-1) ?? "";
  const plain = last
    .normalize("NFC")
    // Control characters, marks of direction, line separators, the byte order mark; not the joiner inside emoji.
    .replace(/[\p{Cc}\u00AD\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFFD]/gu, "")
    .replace(/[<>:"|?*]/g, "-")
    .replace(/\s+/g, " ")
    .replace(/^[. ]+|(?<![. ])[. ]+$/g, ""); // a run is looked at once, however long it is;
  const extension = extensionOf(plain);
  const stem = extension ? plain.slice(0, -extension.length - 1).trimEnd() : plain;
  const short = shortened(stem, longest - extension.length - 1) || "file";
  return extension ? `${short}.${extension}` : short;
}

/** What stands after the last dot, without it; empty where there is none. */
export function extensionOf(name: string): string {
  return /\.([\p{L}\p{N}]{1,12})$/u.exec(name)?.[1] ?? "";
}

/** Cut between what a reader sees as characters, so that no emoji is halved. */
function shortened(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let kept = "";
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (kept.length + segment.length > limit) break;
    kept += segment;
  }
  return kept.trimEnd();
}

/** RFC 6266 and 8187: an ASCII name for the old, the real one for everybody else. */
export function contentDisposition(how: "inline" | "attachment", name: string): string {
  const ascii = name.replace(/[^\x20-\x7E]/g, "_").replace(/["\\%]/g, "_");
  return `${how}; filename="${ascii}"; filename*=UTF-8''${encoded(name)}`;
}

/** Where a file is served. The name stands there for people and for saving it; the id alone finds it. */
export function attachmentHref(id: string, name: string): string {
  return `/attachments/${id}/${encoded(name)}`;
}

/** Parentheses too: they would end the address in a Markdown link. */
function encoded(name: string): string {
  const hex = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  return encodeURIComponent(name).replace(/['()*!]/g, hex);
}
