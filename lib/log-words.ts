// What a log must not hold: secrets, and what people wrote. Logs are read by others than the portal is, kept elsewhere,
// and never cleaned when somebody asks to be forgotten.

const secrets: readonly [RegExp, string][] = [
  [/\bstreamboard_[\w-]+/g, "streamboard_…"],
  [/\b(Bearer|Basic)\s+[\w.~+/=-]+/gi, "$1 …"],
  [/((?:__Host-|__Secure-)?authjs[\w.-]*)=[^;\s,]+/gi, "$1=…"],
  [/\/\/[^\s/@]*:[^\s/@]*@/g, "//…@"],
  [/[\w.+%-]+@[\w-]+(?:\.[\w-]+)+/g, "…@…"],
  // What stands behind a question mark is what somebody searched for, or the secret of a link.
  [/((?:https?:\/\/|\/)[^\s?"'<>]*)\?[^\s"'<>]*/g, "$1?…"],
];

const longest = 500;

/** A text without tokens, passwords, mail addresses, and what follows the question mark of an address. */
export function withoutSecrets(text: string): string {
  return secrets.reduce((rest, [pattern, instead]) => rest.replace(pattern, instead), text);
}

/** The same without what stands in quotes, which is where errors repeat what they were given; and not without end. */
export function withoutTexts(text: string): string {
  const short = withoutSecrets(text).replaceAll(/"(?:[^"\\]|\\.)*"/g, '"…"');
  return short.length > longest ? `${short.slice(0, longest)}…` : short;
}

/** Fields that are never shown, whatever is in them. */
const hidden =
  /^(?:password|token|secret|authorization|cookie|set-cookie|email|mail|body|text|values|headers)$/i;
const deepest = 4;

/** Whatever is to be logged, without what must not be: errors as their facts, texts cut, secret fields hidden. */
export function loggable(value: unknown, depth = 0): unknown {
  if (value instanceof Error) return factsOf(value, depth);
  if (typeof value === "string") return withoutTexts(value);
  if (typeof value !== "object" || value === null) return value;
  if (depth >= deepest) return "…";
  if (Array.isArray(value)) return value.slice(0, 20).map((each) => loggable(each, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, held]) => [name, hidden.test(name) ? "…" : loggable(held, depth + 1)]),
  );
}

/** zod's complaint: which fields, and what kind of wrong. */
function wrongFields(failure: Error): string | undefined {
  if (!("issues" in failure) || !Array.isArray(failure.issues)) return undefined;
  return failure.issues.map(({ path = [], code }) => `${[path].flat().join(".")}: ${code}`).join(", ");
}

/** What the database says of an error that is no one's text. */
const facts = ["code", "table", "column", "constraint", "routine", "syscall"] as const;

/**
 * An error as whoever mends it needs it. Not its other fields: the database's detail is the row that broke the rule, and
 * Prisma's message begins with everything that it was called with.
 */
function factsOf(failure: Error, depth: number): Record<string, unknown> {
  const { name, message, stack = "" } = failure;
  const cause = behind(failure);
  const lines = message.split("\n").filter((line) => line.trim() !== "");
  const said = wrongFields(failure) ?? (/^Prisma/.test(name) ? lines.at(-1) : lines[0]);
  const known = failure as Partial<Record<(typeof facts)[number], unknown>>; // what some errors carry
  const own = facts.filter((fact) => typeof known[fact] === "string");
  return {
    type: name,
    message: withoutTexts(said ?? ""),
    ...Object.fromEntries(own.map((fact) => [fact, withoutTexts(String(known[fact]))])),
    at: stack
      .split("\n")
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 12)
      .map((line) => line.trim()),
    ...(cause && depth < deepest && { cause: factsOf(cause, depth + 1) }),
  };
}

/** The error that this one came of; next-auth keeps it in an object of its own, and says nothing without it. */
function behind({ cause }: Error): Error | undefined {
  const held = typeof cause === "object" && cause !== null && "err" in cause ? cause.err : cause;
  return held instanceof Error ? held : undefined;
}
