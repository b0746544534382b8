import type { Part } from "./text-diff";

/** A line of a difference; where several lines took the place of others, all of them. */
export interface DiffLine {
  parts: Part[];
  changed: boolean;
}

/** Lines to show, or a run of unchanged ones that may stay folded away. */
export interface DiffBlock {
  folded: boolean;
  lines: DiffLine[];
}

/** A difference in lines, broken where an unchanged line ends; joined again, it is the difference that was given. */
export function linesOfParts(parts: readonly Part[]): DiffLine[] {
  const lines: DiffLine[] = [];
  let open: DiffLine | undefined;
  for (const part of parts) {
    const pieces = part.kind === "same" ? part.text.split(/(?<=\n)/) : [part.text];
    for (const text of pieces) {
      open ??= newLine(lines);
      open.parts.push({ ...part, text });
      open.changed ||= part.kind !== "same";
      if (part.kind === "same" && text.endsWith("\n")) open = undefined;
    }
  }
  return lines;
}

function newLine(lines: DiffLine[]): DiffLine {
  const line: DiffLine = { parts: [], changed: false };
  lines.push(line);
  return line;
}

/** Unchanged lines that stand further than one line from a change fold, from three in a row on. */
export function foldLines(lines: readonly DiffLine[]): DiffBlock[] {
  const near = lines.map((_, place) => [place - 1, place, place + 1].some((each) => lines[each]?.changed));
  const blocks: DiffBlock[] = [];
  for (const [place, line] of lines.entries()) {
    const folded = !near[place];
    const last = blocks.at(-1);
    if (last?.folded === folded) last.lines.push(line);
    else blocks.push({ folded, lines: [line] });
  }
  return blocks.map((block) => (block.lines.length < 3 ? { ...block, folded: false } : block));
}
