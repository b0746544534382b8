import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";

const always = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "strict-origin-when-cross-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
  "cross-origin-opener-policy": "same-origin",
  "x-frame-options": "DENY",
};

/** Files that somebody attached: their route sets the policy of each answer (lib/materials/serve-file.ts). */
const attachments = "/attachments/";

/**
 * Sets the security headers of one answer, and hands the policy to Next in the request, where it looks for the nonce to
 * put on its own scripts. Returns the nonce. Never trusts a policy that the client sent.
 */
export function secure(request: IncomingMessage, response: ServerResponse, dev: boolean): string {
  const nonce = randomBytes(16).toString("base64");
  const policy = contentSecurityPolicy(nonce, dev);
  request.headers["content-security-policy"] = policy;
  delete request.headers["content-security-policy-report-only"];
  // A header that is set already stands over a route's own, and an attached file needs a stricter one than any page.
  if (!request.url?.startsWith(attachments)) response.setHeader("content-security-policy", policy);
  for (const [name, value] of Object.entries(always)) response.setHeader(name, value);
  return nonce;
}

/** Development needs eval for its error overlay, inline styles and a socket for reloading. */
export function contentSecurityPolicy(nonce: string, dev: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ""}`,
    dev ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    dev ? "connect-src 'self' ws:" : "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ].join("; ");
}
