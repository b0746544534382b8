import type { Token } from "markdown-it";
import { parser } from "./markdown-parser";
import { shorten } from "./shorten";

/**
 * A text without its Markdown, for plain-text minutes and mails: paragraphs apart by an empty line, lists as
 * `- ` and `1. `, quotes as `> `, and the address of a link in brackets where the words do not say it.
 */
export function plainText(source: string): string {
  const page: Page = { lines: [], margins: [], counters: [], row: null };
  for (const token of parser.parse(source, {})) {
    WRITERS[token.type]?.(page, token);
    if (endsBlock(token)) endBlock(page);
  }
  return page.lines.join("\n").trim();
}

/** The beginning of a text on one line, without addresses, at most `maxLength` characters, cut at a word. */
export function excerpt(source: string, maxLength: number): string {
  const parts = parser
    .parse(source, {})
    .map((token) => (token.children ? words(token.children) : token.content));
  return shorten(parts.join(" "), maxLength);
}

/** The first paragraph (not a heading, list or quote) on one line; empty where there is none. */
export function firstParagraph(source: string, maxLength: number): string {
  const tokens = parser.parse(source, {});
  const opening = tokens.findIndex((token) => token.type === "paragraph_open" && token.level === 0);
  return opening < 0 ? "" : shorten(withAddresses(tokens[opening + 1]?.children ?? []), maxLength);
}

interface Page {
  lines: string[];
  /** What stands left of each line, outermost first: the marker once, then as many spaces. */
  margins: { marker: string; rest: string }[];
  /** The next number of each open list; null for a list without numbers. */
  counters: (number | null)[];
  /** The cells so far of the open table row. */
  row: string[] | null;
}

const WRITERS: Record<string, (page: Page, token: Token) => void> = {
  bullet_list_open: (page) => page.counters.push(null),
  ordered_list_open: (page, token) => page.counters.push(Number(token.attrGet("start") ?? 1)),
  bullet_list_close: (page) => page.counters.pop(),
  ordered_list_close: (page) => page.counters.pop(),
  list_item_open: openItem,
  list_item_close: closeItem,
  blockquote_open: (page) => page.margins.push({ marker: "> ", rest: "> " }),
  blockquote_close: (page) => {
    while (page.lines.at(-1)?.trim() === ">") page.lines.pop();
    page.margins.pop();
  },
  tr_open: (page) => {
    page.row = [];
  },
  tr_close: (page) => {
    const cells = page.row ?? [];
    page.row = null;
    write(page, cells.join(" | "));
  },
  inline: (page, token) => {
    const text = withAddresses(token.children ?? []);
    if (page.row) page.row.push(text);
    else write(page, text);
  },
  fence: (page, token) => write(page, token.content.replace(/\n$/, "")),
  code_block: (page, token) => write(page, token.content.replace(/\n$/, "")),
  hr: (page) => write(page, "---"),
};

function openItem(page: Page): void {
  const number = page.counters.pop() ?? null;
  page.counters.push(number === null ? null : number + 1);
  const marker = number === null ? "- " : `${number}. `;
  page.margins.push({ marker, rest: " ".repeat(marker.length) });
}

function closeItem(page: Page): void {
  const margin = page.margins.at(-1);
  if (margin && margin.marker !== margin.rest) write(page, "");
  page.margins.pop();
}

function write(page: Page, text: string): void {
  for (const line of text.split("\n")) {
    const margin = page.margins.map(({ marker }) => marker).join("");
    page.lines.push(`${margin}${line}`.trimEnd());
    for (const each of page.margins) each.marker = each.rest;
  }
}

function endsBlock(token: Token): boolean {
  if (token.type === "bullet_list_close" || token.type === "ordered_list_close") return token.level === 0;
  if (token.type === "paragraph_close") return !token.hidden;
  return /^(heading_close|table_close|blockquote_close|fence|code_block|hr)$/.test(token.type);
}

function endBlock(page: Page): void {
  const margin = page.margins
    .map(({ rest }) => rest)
    .join("")
    .trimEnd();
  if (page.lines.at(-1) !== margin) page.lines.push(margin);
}

function words(tokens: Token[]): string {
  return tokens.map(textOf).join("");
}

/** Link addresses stay readable: `the [minutes](https://…)` becomes `the minutes (https://…)`. */
function withAddresses(tokens: Token[]): string {
  const pieces: string[] = [];
  let address = "";
  let start = 0;
  for (const token of tokens) {
    if (token.type === "link_open") {
      address = String(token.attrGet("href") ?? "");
      start = pieces.length;
    }
    pieces.push(textOf(token));
    if (token.type === "link_close" && isWorthShowing(address, pieces.slice(start).join("")))
      pieces.push(` (${address})`);
  }
  return pieces.join("");
}

/** A link that reads like its address, or leads to a page of this portal, needs no second telling. */
function isWorthShowing(address: string, text: string): boolean {
  if (!/^https?:/.test(address)) return false;
  return parser.normalizeLink(text.trim()) !== address;
}

function textOf(token: Token): string {
  if (token.type === "softbreak" || token.type === "hardbreak") return "\n";
  if (token.type === "task_box") return token.meta?.isDone ? "[x] " : "[ ] ";
  if (token.type === "image") return words(token.children ?? []);
  return token.content;
}
