/**
 * Where to go after signing in: only a path of this site. `//elsewhere`, `/\elsewhere` and anything with a scheme
 * lead home instead.
 */
export function backPath(given: unknown): string {
  if (typeof given !== "string" || !/^\/(?![/\\])[^\s\\]*$/.test(given)) return "/";
  const url = new URL(given, "http://portal.invalid");
  // "/..//elsewhere" is a path of this site before it is read, and "//elsewhere" afterwards.
  if (url.host !== "portal.invalid" || url.pathname.startsWith("//")) return "/";
  return `${url.pathname}${url.search}${url.hash}`;
}

/** The same with the id of a kept form, so that its page can put back what was typed. */
export function backPathWithKept(back: unknown, kept: unknown): string {
  const path = backPath(back);
  if (typeof kept !== "string" || !/^[\w-]{20,64}$/.test(kept)) return path;
  const url = new URL(path, "http://portal.invalid");
  url.searchParams.set("kept", kept);
  return `${url.pathname}${url.search}${url.hash}`;
}
