/** What a form held when the server could not be reached: it stays in the browser of whoever typed it. */
export interface BrowserCopy {
  /** Milliseconds. */
  at: number;
  copy: string;
  copyVersion: number;
  version?: string;
  base?: string;
  values: Record<string, string>;
  /** Sent off while the page was closed: it may have arrived. */
  posted?: boolean;
}

const prefix = "streamboard:text";
const keptMs = 90 * 86_400_000;

/** The place in this browser for one person's texts for one form; they are offered to nobody else. */
export function browserPlace(person: number, number: number | undefined): string {
  return `${prefix}:${person}:${number ?? "new"}:`;
}

/** False where the browser keeps nothing, or has no room. */
export function keepInBrowser(place: string, kept: BrowserCopy): boolean {
  try {
    localStorage.setItem(place + kept.copy, JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

export function dropFromBrowser(place: string, copy: string): void {
  try {
    localStorage.removeItem(place + copy);
  } catch {
    // A browser that keeps nothing has nothing to drop.
  }
}

/** What is kept for this form, the latest first; what is too old, or makes no sense, goes. */
export function keptInBrowser(place: string, now: number): BrowserCopy[] {
  try {
    const found: BrowserCopy[] = [];
    for (const key of Object.keys(localStorage).filter((each) => each.startsWith(place))) {
      const kept = read(localStorage.getItem(key));
      if (kept && now - kept.at < keptMs) found.push(kept);
      else localStorage.removeItem(key);
    }
    return found.sort((one, other) => other.at - one.at);
  } catch {
    return [];
  }
}

function read(json: string | null): BrowserCopy | undefined {
  try {
    const kept = JSON.parse(json ?? "null");
    return typeof kept?.copy === "string" && typeof kept.values === "object" ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** What a form says, by the names of its fields; what only belongs to sending it is left out. */
export function textOf(form: HTMLFormElement): Record<string, string> {
  const text: Record<string, string> = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && isText(name)) text[name] = value.replaceAll("\r\n", "\n");
  }
  return text;
}

function isText(name: string): boolean {
  return /^(title|summary|sig|visibility|reason|sections\.\w+|asks\.\d+\.\w+)$/.test(name);
}

/** Whether a form shows all of it already. A kind alone is no text: each row of asks has one from the start. */
export function isShown(kept: Record<string, string>, form: Record<string, string>): boolean {
  return Object.entries(kept).every(
    ([name, text]) => name.endsWith(".kind") || text.trim() === (form[name] ?? "").trim(),
  );
}
