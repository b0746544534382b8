/**
 * Turns what people typed into Markdown that cannot leave its place in a tracker's issue: no heading, link,
 * mention or HTML of theirs takes effect there, whichever Markdown dialect the tracker speaks. Single values stand
 * in a code span whose fence is longer than any run of backticks inside; longer text stands in an indented code
 * block, which nothing but a line without the indent can end.
 */
export function asValue(text: string): string {
  const flat = withoutControls(text).replaceAll(/\s+/gu, " ").trim();
  if (flat === "") return "–";
  const longestRun = Math.max(0, ...[...flat.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = "`".repeat(longestRun + 1);
  const padding = flat.startsWith("`") || flat.endsWith("`") ? " " : "";
  return `${fence}${padding}${flat}${padding}${fence}`;
}

export function asBlock(text: string): string {
  const lines = withoutControls(text)
    .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/u)
    .map((line) => `    ${line}`.trimEnd());
  return lines.join("\n").replace(/^\n+|\n+$/g, "");
}

/** Control characters, and those that reverse the direction of what is read. Line breaks and tabs stay. */
function withoutControls(text: string): string {
  return text.replaceAll(/[^\P{Cc}\t\n\r\v\f\u0085]|[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu, "");
}
