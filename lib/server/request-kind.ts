import type { IncomingMessage } from "node:http";

/** What a request costs, so that each kind has a limit of its own; null is not counted here. */
export type RequestKind = "page" | "search" | "form" | "upload" | "sign_in" | null;

/** The routes that take files read what is too large for them to the end, to say so on the form. */
export const uploadPath = /^\/(?:proposals\/\d+\/materials\/upload|region\/[^/]+\/[^/]+\/evidence)$/;

/** Files that lie there ready, and who watches whether we live. */
const free = /^\/(?:_next\/static\/|(?:health|metrics)$|[\w-]+\.(?:svg|ico|png|txt)$)/;
/** The API counts by itself (lib/api/caller.ts); what is not in its registry is counted here. */
const countedByApi = /^\/api\/v1\/(?!meetings\/[^/]+\/live$)/;
const signIn = /^\/(?:sign-in|api\/auth)(?:\/|$)/;
/** The whole record is looked through for one answer, or laid out for one file. */
const dear = /^\/(?:search|proposals\/similar|_next\/image)(?:\/|$)|\.(?:csv|json|ics|atom|md)$/;
const words = /[?&](?:q|title|words)=[^&]/;

export function kindOf({ method = "GET", url = "/" }: IncomingMessage): RequestKind {
  const [path = "/"] = url.split("?", 1);
  if (free.test(path) || countedByApi.test(path)) return null;
  if (method === "GET" || method === "HEAD" || method === "OPTIONS") {
    if (path === "/sign-in/oidc") return "sign_in"; // it asks the account system
    return dear.test(path) || words.test(url) ? "search" : "page";
  }
  if (signIn.test(path)) return "sign_in";
  return uploadPath.test(path) ? "upload" : "form";
}
