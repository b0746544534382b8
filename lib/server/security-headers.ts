import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";

const unused = [
  ...[
    "accelerometer",
    "autoplay",
    "browsing-topics",
    "camera",
    "display-capture",
    "encrypted-media",
    "geolocation",
  ],
  ...["gyroscope", "hid", "magnetometer", "microphone", "midi", "payment", "publickey-credentials-get"],
  ...["screen-wake-lock", "serial", "usb", "xr-spatial-tracking"],
];

const always = {
  "x-content-type-options": "nosniff",
  // Addresses hold what somebody searched for: other sites are not told where a reader came from.
  "referrer-policy": "same-origin",
  "permissions-policy": unused.map((feature) => `${feature}=()`).join(", "),
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "origin-agent-cluster": "?1",
  "x-frame-options": "DENY",
  "x-permitted-cross-domain-policies": "none",
};

const secondsOfADay = 86_400;

/** Files that somebody attached: their route sets the policy of each answer (lib/materials/serve-file.ts). */
const attachments = "/attachments/";
/** A picture that other sites embed. */
const badge = /^\/region\/[^/?]+\/badge\.svg(?:\?|$)/;

export interface Security {
  dev: boolean;
  /** Readers come over TLS, to us or to a proxy in front of us. */
  isHttps: boolean;
  /** For how long a browser shall come over TLS only; 0 says nothing about it. */
  hstsDays: number;
}

/**
 * Sets the security headers of one answer, and hands the policy to Next in the request, where it looks for the nonce to
 * put on its own scripts. Returns the nonce. Never trusts a policy that the client sent.
 */
export function secure(request: IncomingMessage, response: ServerResponse, security: Security): string {
  const nonce = randomBytes(16).toString("base64");
  const policy = contentSecurityPolicy(nonce, security);
  request.headers["content-security-policy"] = policy;
  delete request.headers["content-security-policy-report-only"];
  // A header that is set already stands over a route's own: an attached file needs a stricter policy than any page.
  if (!request.url?.startsWith(attachments)) response.setHeader("content-security-policy", policy);
  for (const [name, value] of Object.entries(always)) response.setHeader(name, value);
  if (badge.test(request.url ?? "")) response.removeHeader("cross-origin-resource-policy");
  if (security.isHttps && security.hstsDays > 0) {
    response.setHeader("strict-transport-security", `max-age=${security.hstsDays * secondsOfADay}`);
  }
  return nonce;
}

/** Development needs eval for its error overlay, inline styles and a socket for reloading. */
export function contentSecurityPolicy(nonce: string, { dev, isHttps }: Omit<Security, "hstsDays">): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ""}`,
    "script-src-attr 'none'",
    dev ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    dev ? "connect-src 'self' ws:" : "connect-src 'self'",
    "object-src 'none'",
    "frame-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
    ...(isHttps ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}
