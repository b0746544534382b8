import type { Block } from "./minutes-blocks";

/** Minutes as Markdown. Whatever was typed into a line stays text inside its line: it cannot open a heading, a link or a fence. */
export function minutesMarkdown(blocks: readonly Block[]): string {
  return `${blocks.map(blockMarkdown).join("\n\n")}\n`;
}

function blockMarkdown(block: Block): string {
  if (block.kind === "heading") return `${"#".repeat(block.level)} ${headingText(block.text)}`;
  if (block.kind === "paragraph") return indented(block.text, 0);
  return block.entries
    .map((entry, index) => {
      const marker = block.ordered ? `${index + 1}. ` : "- ";
      return `${marker}${indented(entry, marker.length)}`;
    })
    .join("\n");
}

function headingText(text: string): string {
  // A number and a dot after the marks of a heading begin no list.
  return inline(text.replace(/\s+/g, " ").trim()).replace(/#$/, "\\#");
}

/** Lines stay lines (a backslash ends each), paragraphs stay paragraphs, all of them inside their list entry. */
function indented(text: string, depth: number): string {
  const lines = text.split("\n").map((line) => line.trim());
  const margin = " ".repeat(depth);
  return lines
    .filter((line, index) => line !== "" || (index > 0 && lines[index - 1] !== ""))
    .map((line, index, kept) => {
      const end = line !== "" && kept[index + 1] ? "\\" : "";
      return `${index > 0 && line !== "" ? margin : ""}${lineStart(inline(line))}${end}`;
    })
    .join("\n")
    .trimEnd();
}

const address = /(https?:\/\/[\w\-.~:/?#@!$&'()*+,;=%]*[\w/=~-])/;

/** What has a meaning inside a line is escaped; addresses become links and stay as they were typed. */
function inline(text: string): string {
  return text
    .split(address)
    .map((part, index) => (index % 2 === 1 ? `<${part}>` : escaped(part)))
    .join("");
}

function escaped(text: string): string {
  return text
    .replace(/[\\`*[\]<>~|]/g, "\\$&")
    .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, "\\_")
    .replace(/&(?=[#\w])/g, "\\&");
}

/** What has a meaning only at the start of a line: headings, lists, rules, the underline of a heading, tables. */
function lineStart(line: string): string {
  return line.replace(/^([-+=:]|#{1,6}(?=\s|$))/, "\\$1").replace(/^(\d{1,9})([.)])/, "$1\\$2");
}
