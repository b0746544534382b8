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
