/** `"yesterday" is no time; Pagure writes seconds since 1970, such as …`, or that it is missing. */
export function wrong(what: string, example: string) {
  return ({ input }: { input?: unknown }): string =>
    input === undefined
      ? `is missing; Pagure writes ${example}`
      : `${shown(input)} is no ${what}; Pagure writes ${example}`;
}

/** A value as the person finds it in the file, short enough for a sentence. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "an object in { }";
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
