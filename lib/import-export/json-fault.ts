/** The next piece of JSON: text, number or word, or punctuation. Anything else is the fault. */
const TOKEN =
  /[\t\n\r ]*(?:(?<text>"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(?<plain>-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)|(?<mark>[{}[\],:]))/y;

type Expected = "value" | "value or ]" | "key" | "key or }" | "colon" | "comma or end";

/**
 * Where a text that is not JSON stops being JSON, in words: line, column and what stands there. The engine's
 * own message names the place only sometimes, and differently in each version.
 */
export function jsonFault(source: string): string {
  const offset = offsetOfFault(source);
  const before = source.slice(0, offset);
  const line = before.split("\n").length;
  const column = offset - (before.lastIndexOf("\n") + 1) + 1;
  const place = `line ${line}, column ${column}`;
  if (offset >= source.length) return `it ends too early, at ${place}: the file may have been cut off`;
  return `${place}, at ${JSON.stringify(source.slice(offset, offset + 30))}, after ${JSON.stringify(before.slice(-30))}`;
}

/** Reads on for as long as it is JSON. */
function offsetOfFault(source: string): number {
  const open: string[] = [];
  let expected: Expected = "value";
  let offset = 0;
  for (;;) {
    const start = afterBlanks(source, offset);
    TOKEN.lastIndex = offset;
    const match = TOKEN.exec(source);
    const next: Expected | null = match ? step(expected, match.groups ?? {}, open) : null;
    if (!next) return start;
    offset = TOKEN.lastIndex;
    expected = next;
    if (open.length === 0 && expected === "comma or end") return afterBlanks(source, offset);
  }
}

function afterBlanks(source: string, offset: number): number {
  let position = offset;
  while (position < source.length && "\t\n\r ".includes(source.charAt(position))) position += 1;
  return position;
}

/** What may follow the piece that was read, or null where that piece may not stand here. */
function step(
  expected: Expected,
  piece: Record<string, string | undefined>,
  open: string[],
): Expected | null {
  const { text, plain, mark } = piece;
  if (expected === "colon") return mark === ":" ? "value" : null;
  if (expected === "key" || expected === "key or }") {
    if (text) return "colon";
    return mark === "}" && expected === "key or }" ? close(open) : null;
  }
  if (expected === "comma or end") {
    if (mark === ",") return open.at(-1) === "{" ? "key" : "value";
    return mark && mark === closerOf(open.at(-1)) ? close(open) : null;
  }
  if (text ?? plain) return "comma or end";
  if (mark === "]" && expected === "value or ]") return close(open);
  if (mark !== "{" && mark !== "[") return null;
  open.push(mark);
  return mark === "{" ? "key or }" : "value or ]";
}

function close(open: string[]): Expected {
  open.pop();
  return "comma or end";
}

function closerOf(opener: string | undefined): string {
  return opener === "{" ? "}" : "]";
}
