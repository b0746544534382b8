/** HTML that needs no escaping any more: made by `html`, or sanitized when it was written. */
export class SafeHtml {
  /** Keeps anything else that has a text from passing for safe. */
  readonly #made = true;

  constructor(readonly text: string) {}

  static is(part: unknown): part is SafeHtml {
    return typeof part === "object" && part !== null && #made in part;
  }
}

type Part = string | number | SafeHtml | readonly SafeHtml[] | false | null | undefined;

/**
 * Long lists as one string of HTML: React would write each element three times, for the page, for the payload and
 * while reading the payload (docs/performance.md). Everything that stands in a placeholder is escaped, unless it is
 * SafeHtml; what is absent or false is nothing. Attributes have to stand in double quotes.
 */
export function html(strings: TemplateStringsArray, ...parts: Part[]): SafeHtml {
  let text = strings[0] ?? "";
  parts.forEach((part, place) => {
    text += textOf(part) + (strings[place + 1] ?? "");
  });
  return new SafeHtml(text);
}

function textOf(part: Part): string {
  if (part === false || part === null || part === undefined) return "";
  if (SafeHtml.is(part)) return part.text;
  if (typeof part === "object") return part.map(textOf).join("");
  return escapeHtml(String(part));
}

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#x27;",
};

function escapeHtml(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (character) => entities[character] ?? "") : text;
}
