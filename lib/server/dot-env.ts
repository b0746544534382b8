import { existsSync, readFileSync } from "node:fs";

const line = /^\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=\s*(.*?)\s*$/;

/** Reads `.env` into the environment. What is already set there wins, also where it is set to nothing. */
export function loadDotEnv(file = ".env"): void {
  if (!existsSync(file)) return;
  for (const [name, value] of Object.entries(parseDotEnv(readFileSync(file, "utf8"))))
    process.env[name] ??= value;
}

/** `NAME=value` lines; `#` starts a comment, quotes keep what is in them. */
export function parseDotEnv(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name, value] of text.split("\n").map((each) => line.exec(each) ?? [])) {
    if (name && value !== undefined) found[name] = unquoted(value);
  }
  return found;
}

function unquoted(value: string): string {
  const quote = value[0];
  if (quote === '"' || quote === "'") {
    const end = value.indexOf(quote, 1);
    if (end > 0) return value.slice(1, end);
  }
  return value.replace(/(^|\s)#.*$/, "").trim();
}
