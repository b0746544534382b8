import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

const nonceBytes = 12;
const tagBytes = 16;

/**
 * Seals a text for the database (AES-256-GCM, by a key of its own derived from the secret). `about` is bound to it:
 * moved to another row, it does not open.
 */
export function seal(text: string, { secret, about }: Sealing): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", keyOf(secret), nonce).setAAD(Buffer.from(about));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return `v1.${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url")}`;
}

export interface Sealing {
  secret: string;
  about: string;
}

/** What was sealed; undefined where the secret is another one by now, or somebody changed a byte. */
export function open(sealed: string, { secret, about }: Sealing): string | undefined {
  const bytes = Buffer.from(sealed.replace(/^v1\./, ""), "base64url");
  if (!sealed.startsWith("v1.") || bytes.length < nonceBytes + tagBytes) return undefined;
  const nonce = bytes.subarray(0, nonceBytes);
  const opener = createDecipheriv("aes-256-gcm", keyOf(secret), nonce, { authTagLength: tagBytes })
    .setAAD(Buffer.from(about))
    .setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  try {
    return Buffer.concat([opener.update(bytes.subarray(nonceBytes + tagBytes)), opener.final()]).toString();
  } catch {
    return undefined;
  }
}

function keyOf(secret: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "streamboard", "tokens of the account system", 32));
}
