/** A name on at most two lines of so many characters; what does not fit ends in an ellipsis. */
export function wrapName(name: string, width: number): string[] {
  return wrapText(name, { width, lines: 2 });
}

/** A text on at most so many lines of so many characters; what does not fit ends in an ellipsis. */
export function wrapText(text: string, most: { width: number; lines: number }): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= most.width) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(word);
  }
  const kept = lines.slice(0, most.lines - 1);
  const end = lines.slice(most.lines - 1).join(" ");
  return [...kept, ...(end || kept.length === 0 ? [end] : [])].map((line) => shortened(line, most.width));
}

function shortened(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1).trimEnd()}…`;
}
