/** A text and what is selected in it. */
export interface Edit {
  text: string;
  start: number;
  end: number;
}

export type MarkdownKind = "bold" | "italic" | "code" | "link" | "heading" | "list" | "quote";

/** What a button of the toolbar does to a text; pressed again where it is done already, it undoes it. */
export function editMarkdown(kind: MarkdownKind, edit: Edit): Edit {
  if (kind === "bold") return wrap(edit, "**");
  if (kind === "italic") return wrap(edit, "_");
  if (kind === "code") return selected(edit).includes("\n") ? fence(edit) : wrap(edit, "`");
  if (kind === "link") return link(edit);
  if (kind === "heading") return prefixLines(edit, "### ", /^#{1,6} /);
  return kind === "list" ? prefixLines(edit, "- ", /^[-*+] /) : prefixLines(edit, "> ", /^> ?/);
}

/** An address pasted or dropped onto selected words makes them its link; undefined where it would not. */
export function linkSelection(edit: Edit, pasted: string): Edit | undefined {
  const address = pasted.trim();
  const words = selected(edit);
  if (!isAddress(address) || !words.trim() || words.includes("\n") || isAddress(words.trim()))
    return undefined;
  return replace(edit, linkTo(words, address), "after");
}

/** A link dropped between the words, with its title where it has one. */
export function insertLink(edit: Edit, address: string, title: string): Edit {
  const words = title.replaceAll(/\s+/g, " ").trim();
  return replace(edit, words && words !== address ? linkTo(words, address) : address, "after");
}

/** Addresses that may become links: of the web and of mail, and nothing that runs. */
export function isAddress(text: string): boolean {
  return /^(https?:\/\/|mailto:)\S+$/i.test(text) && URL.canParse(text);
}

/** The least that has to be replaced to get from one text to the other: for an undo that takes back just that. */
export function changeBetween(before: string, after: string): { from: number; to: number; text: string } {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from += 1;
  let tail = 0;
  while (tail < shorter - from && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return { from, to: before.length - tail, text: after.slice(from, after.length - tail) };
}

function selected({ text, start, end }: Edit): string {
  return text.slice(start, end);
}

function replace({ text, start, end }: Edit, by: string, then: "selected" | "after"): Edit {
  const stop = start + by.length;
  return {
    text: text.slice(0, start) + by + text.slice(end),
    start: then === "after" ? stop : start,
    end: stop,
  };
}

/** Marks before and after the selected words, without the spaces around them, or without the marks that are there. */
function wrap(edit: Edit, mark: string): Edit {
  const { text, start, end } = trimmed(edit);
  const inside = text.slice(start, end);
  const size = mark.length;
  if (inside.length > 2 * size && inside.startsWith(mark) && inside.endsWith(mark)) {
    return replace({ text, start, end }, inside.slice(size, -size), "selected");
  }
  if (start >= size && text.slice(start - size, start) === mark && text.slice(end, end + size) === mark) {
    return replace({ text, start: start - size, end: end + size }, inside, "selected");
  }
  const marked = replace({ text, start, end }, mark + inside + mark, "selected");
  return { text: marked.text, start: start + size, end: end + size };
}

function trimmed({ text, start, end }: Edit): Edit {
  const words = text.slice(start, end);
  if (!words.trim()) return { text, start: end, end };
  return {
    text,
    start: start + words.length - words.trimStart().length,
    end: end - (words.length - words.trimEnd().length),
  };
}

/** Several lines of code stand between fences of their own. */
function fence(edit: Edit): Edit {
  const lines = wholeLines(edit);
  const code = selected(lines);
  const opened = replace(lines, `\`\`\`\n${code}\n\`\`\``, "selected");
  return { text: opened.text, start: lines.start + 4, end: lines.start + 4 + code.length };
}

/** The words become the link's text, and its address is selected to be typed over; an address becomes the target. */
function link(edit: Edit): Edit {
  const words = selected(edit);
  if (isAddress(words)) {
    const made = replace(edit, `[](${words})`, "after");
    return { ...made, start: edit.start + 1, end: edit.start + 1 };
  }
  const text = words || "text";
  const made = replace(edit, linkTo(text, "https://"), "selected");
  const address = made.end - ")".length - "https://".length;
  return words
    ? { ...made, start: address, end: made.end - ")".length }
    : { ...made, start: edit.start + 1, end: edit.start + 1 + text.length };
}

function linkTo(words: string, address: string): string {
  const safe = address.replaceAll("(", "%28").replaceAll(")", "%29");
  return `[${words.replaceAll(/[[\]]/g, "\\$&")}](${safe})`;
}

/** The same mark before each line that the selection touches, or before none where all had it. */
function prefixLines(edit: Edit, prefix: string, there: RegExp): Edit {
  const lines = wholeLines(edit);
  const each = selected(lines).split("\n");
  const isThere = each.every((line) => there.test(line) || (each.length > 1 && !line.trim()));
  const changed = each.map((line) => {
    if (!line.trim() && each.length > 1) return line;
    const bare = line.replace(there, "");
    return isThere ? bare : prefix + bare;
  });
  const made = replace(lines, changed.join("\n"), "selected");
  if (edit.start !== edit.end) return made;
  const moved = Math.max(lines.start, edit.end + made.end - lines.end);
  return { ...made, start: moved, end: moved };
}

function wholeLines({ text, start, end }: Edit): Edit {
  const stop = end > start && text[end - 1] === "\n" ? end - 1 : end;
  const next = text.indexOf("\n", stop);
  return { text, start: text.lastIndexOf("\n", start - 1) + 1, end: next < 0 ? text.length : next };
}
