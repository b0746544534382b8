import { z } from "zod";
import { holdsPrivateKey, privateKeyRefusal } from "../../private-keys";

const kinds = [
  "ssh-ed25519",
  "ssh-rsa",
  "ecdsa-sha2-nistp256",
  "ecdsa-sha2-nistp384",
  "ecdsa-sha2-nistp521",
  "sk-ssh-ed25519@openssh.com",
  "sk-ecdsa-sha2-nistp256@openssh.com",
];
const leastRsaBits = 2048;
const example = "ssh-ed25519 AAAAC3… you@host";

/** A public key as a line of authorized_keys (RFC 4253, 6.6): its kind, its bytes that say the same kind, a comment. */
export const sshPublicKey = z
  .string()
  .trim()
  .superRefine((text, context) => {
    const message = holdsPrivateKey(text) ? privateKeyRefusal : whatIsWrongWith(text);
    if (message) context.addIssue({ code: "custom", message });
  });

/** Never quotes what was pasted: it may be a secret of a kind that we do not know. */
function whatIsWrongWith(text: string): string | undefined {
  if (/[\r\n]/.test(text)) return `Give one public key on one line, such as ${example}.`;
  if (/\p{Cc}/u.test(text) || text.length > 4000)
    return `That is not a public key; paste one such as ${example}.`;
  const [kind = "", bytes = ""] = text.split(/ +/);
  if (kind === "ssh-dss") return "DSA keys are not taken any more; make one with ssh-keygen -t ed25519.";
  if (!kinds.includes(kind)) return `A public key begins with its kind, such as ssh-ed25519: ${example}.`;
  const parts = partsOf(bytes);
  if (parts?.[0]?.toString("latin1") !== kind) {
    return "The key is not whole; copy the line of the .pub file again, from its first letter to its last.";
  }
  if (kind === "ssh-rsa" && bitsOf(parts[2]) < leastRsaBits) {
    return `An RSA key needs at least ${leastRsaBits} bits; this one has ${bitsOf(parts[2])}.`;
  }
  return undefined;
}

/** The length-prefixed strings of a key; undefined where they do not add up. */
function partsOf(bytes: string): Buffer[] | undefined {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(bytes)) return undefined;
  const blob = Buffer.from(bytes, "base64");
  const parts: Buffer[] = [];
  for (let at = 0; at < blob.length; ) {
    if (at + 4 > blob.length) return undefined;
    const end = at + 4 + blob.readUInt32BE(at);
    if (end > blob.length) return undefined;
    parts.push(blob.subarray(at + 4, end));
    at = end;
  }
  return parts.length >= 2 ? parts : undefined;
}

function bitsOf(part: Buffer | undefined): number {
  return part ? BigInt(`0x0${part.toString("hex")}`).toString(2).length : 0;
}
