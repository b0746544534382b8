import { discussedHref } from "./discussed-href";
import type { DiscussedNumber } from "./facts";

/** What a quote keeps at most: the rest is one click away. */
const longest = 2_000;

/** A comment as the beginning of a reply: its words quoted, with who said them and the way there. */
export function quoted(
  comment: { id: number; markdown: string; author: string },
  on: DiscussedNumber,
): string {
  const place = `${discussedHref(on)}?comment=${comment.id}#comment-${comment.id}`;
  const lines = cut(comment.markdown.trim()).split(/\r\n|\r|\n/);
  return [`> [${plainName(comment.author)} wrote](${place}):`, "", ...lines]
    .map(quoteLine)
    .join("\n")
    .concat("\n\n");
}

function quoteLine(line: string, place: number): string {
  if (place === 0) return line;
  return line === "" ? ">" : `> ${line}`;
}

function cut(text: string): string {
  if (text.length <= longest) return text;
  const kept = text.slice(0, longest).replace(/[\uD800-\uDBFF]$/, "");
  const end = Math.max(kept.lastIndexOf("\n"), kept.lastIndexOf(" "));
  return `${kept.slice(0, end > longest / 2 ? end : undefined)} …`;
}

/** A name is no Markdown, whatever signs it has. */
function plainName(name: string): string {
  return name.replace(/\s+/g, " ").replace(/[\\`*_[\]<>&~|#@!()]/g, "\\$&");
}
