import { type DiffBlock, type DiffLine, foldLines, linesOfParts } from "@/lib/proposals/diff-lines";
import type { Part } from "@/lib/proposals/text-diff";
import { html, type SafeHtml } from "../ui/html";

/** A difference in one column: what was removed stands before what took its place. */
export function inlineDiffHtml(parts: readonly Part[]): SafeHtml {
  const lines = foldLines(linesOfParts(parts)).flatMap((block) =>
    block.folded ? [foldHtml(block)] : block.lines.map((line) => lineHtml(line, line.parts)),
  );
  return html`<div class="dif">${lines}</div>`;
}

export interface Sides {
  /** Heads of the two columns. */
  before: string;
  after: string;
  /** What is compared, for those who do not see the heading above. */
  caption: string;
}

/** A difference in two columns; on a phone, where two have no room, in one. */
export function sideDiffHtml(parts: readonly Part[], { before, after, caption }: Sides): SafeHtml {
  const rows = foldLines(linesOfParts(parts)).flatMap((block) =>
    block.folded
      ? [html`<tr><td colspan="2">${foldHtml(block)}</td></tr>`]
      : block.lines.map((line) => rowHtml(line)),
  );
  return html`<table class="dif dif-side"><caption class="sr-only">${caption}</caption><thead><tr><th scope="col">${before}</th><th scope="col">${after}</th></tr></thead><tbody>${rows}</tbody></table>`;
}

/** The first cell holds all of it: on a wide screen what was added hides there, on a phone the second cell does. */
function rowHtml(line: DiffLine): SafeHtml {
  const later = line.parts.filter((part) => part.kind !== "removed");
  return html`<tr><td>${lineHtml(line, line.parts)}</td><td>${lineHtml(line, later)}</td></tr>`;
}

function lineHtml(line: DiffLine, parts: readonly Part[]): SafeHtml {
  return html`<div class="${line.changed ? "dl chg" : "dl"}" dir="auto">${parts.map(partHtml)}</div>`;
}

function partHtml({ kind, text }: Part): SafeHtml {
  if (kind === "same") return html`${text.replace(/\n$/, "")}`;
  return kind === "added"
    ? html`<ins><span class="sr-only">added: </span>${visible(text)}<span class="sr-only"> end of added</span></ins>`
    : html`<del><span class="sr-only">removed: </span>${visible(text)}<span class="sr-only"> end of removed</span></del>`;
}

/** White space that came or went by itself has to be seen. */
function visible(text: string): string {
  return /^\s+$/.test(text) ? text.replaceAll("\n", "¶\n").replaceAll(/[^\S\n]/g, "·") : text;
}

function foldHtml({ lines }: DiffBlock): SafeHtml {
  const text = lines.flatMap(({ parts }) => parts.map((part) => part.text)).join("");
  return html`<details class="more"><summary>${lines.length} lines unchanged</summary><div class="dl" dir="auto">${text.replace(/\n$/, "")}</div></details>`;
}
