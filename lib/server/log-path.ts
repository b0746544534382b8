/**
 * An address as the log may hold it: the pattern of its route, in it the numbers and dates that say which one, but no
 * names, no words and nothing behind the question mark.
 */
export function logPath(url: string, pattern: string): string {
  const asked = (url.split("?", 1)[0] ?? "").split("/");
  const parts = pattern.split("/");
  if (parts.length !== asked.length) return pattern;
  const isTelling = (part: string) => /^(?:\d{1,9}|\d{4}-\d\d-\d\d)$/.test(part);
  return parts
    .map((part, place) => {
      const given = asked[place] ?? "";
      return part.startsWith("[") && isTelling(given) ? given : part;
    })
    .join("/");
}
