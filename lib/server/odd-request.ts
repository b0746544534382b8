import type { IncomingMessage } from "node:http";

/** How often a request says to which host it goes: Node takes the first, and a proxy may have taken the last. */
export function namesHosts({ rawHeaders }: IncomingMessage): number {
  return rawHeaders.filter((name, place) => place % 2 === 0 && name.toLowerCase() === "host").length;
}

const ofPages = new Set(["GET", "HEAD", "POST"]);

/** The API says itself what can be done at an address; a page would be shown whatever the method is. */
export function isMethodHere({ method = "GET", url = "/" }: IncomingMessage): boolean {
  return ofPages.has(method) || url.startsWith("/api/v1/");
}

const routerState = "next-router-state-tree";

/** Next's scripts say in a header what a page shows. One that is no such state would be answered with a fault. */
export function forgetOddState({ headers }: IncomingMessage): void {
  const said = headers[routerState];
  if (said === undefined) return;
  try {
    if (isState(JSON.parse(decodeURIComponent(String(said))))) return;
  } catch {
    // not even JSON
  }
  delete headers[routerState];
}

/** A segment, and by name what stands below it. */
function isState(given: unknown): boolean {
  if (!Array.isArray(given)) return false;
  const [segment, below] = given;
  const isSegment = typeof segment === "string" || Array.isArray(segment);
  return isSegment && typeof below === "object" && below !== null && Object.values(below).every(isState);
}
