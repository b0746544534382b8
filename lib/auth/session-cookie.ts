import { portalAddress } from "../portal-address";

/** Whether readers come over TLS: the public address says it, also behind a proxy that ends the encryption. */
export function isSecure(): boolean {
  return portalAddress().protocol === "https:";
}

/**
 * The cookie that names a session. Over TLS its name begins with `__Host-`: browsers take such a cookie only from the
 * portal's own host, over TLS, for all paths; no neighbour under the same domain can put one in its place (RFC 6265bis).
 */
export function sessionCookie() {
  const secure = isSecure();
  return {
    name: `${secure ? "__Host-" : ""}authjs.session-token`,
    options: { httpOnly: true, sameSite: "lax", path: "/", secure },
  } as const;
}
