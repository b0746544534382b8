/** A name on at most two lines of so many characters; what does not fit ends in an ellipsis. */
export function wrapName(name: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of name.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const [first = "", second, ...rest] = lines;
  if (second === undefined) return [shortened(first, width)];
  const end = [second, ...rest].join(" ");
  return [shortened(first, width), shortened(end, width)];
}

function shortened(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1).trimEnd()}…`;
}
