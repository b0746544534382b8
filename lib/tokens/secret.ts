import { createHash, randomBytes } from "node:crypto";
import { tokenPrefix } from "./ui-text";

/** A new token: 256 random bits behind a prefix. */
export function newSecret(): string {
  return `${tokenPrefix}${randomBytes(32).toString("base64url")}`;
}

/** Under which a token is kept. It has too much chance in it to be guessed, so that one plain hash is enough. */
export function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** Whether this can be a token at all; nothing else is looked up. */
export function looksLikeToken(text: string): boolean {
  return text.startsWith(tokenPrefix) && /^[\w-]{43}$/.test(text.slice(tokenPrefix.length));
}
