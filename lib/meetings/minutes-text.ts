import type { Block } from "./minutes-blocks";

/** Minutes as plain text, for a mail or a terminal. */
export function minutesText(blocks: readonly Block[]): string {
  return `${blocks.map(blockText).join("\n\n")}\n`;
}

function blockText(block: Block): string {
  if (block.kind === "paragraph") return hanging("", block.text);
  if (block.kind === "list") {
    return block.entries
      .map((entry, index) => hanging(block.ordered ? `${index + 1}. ` : "* ", entry))
      .join("\n");
  }
  const title = block.text.replace(/\s+/g, " ").trim();
  const underline = { 1: "=", 2: "-", 3: "" }[block.level];
  return underline ? `${title}\n${underline.repeat(title.length)}` : title;
}

/** Further lines of an entry stand under its first word. */
function hanging(marker: string, text: string): string {
  const margin = " ".repeat(marker.length);
  return text
    .split("\n")
    .map((line, index) => `${index === 0 ? marker : margin}${line.trim()}`.trimEnd())
    .join("\n");
}
