/**
 * What only its owner may have: keys as OpenSSH, PEM, PGP, PuTTY and age write them, also without their first line,
 * or with the line breaks lost on the way.
 */
const traces: readonly RegExp[] = [
  // Each run of dashes is looked at once, from its beginning: a form may be five million of them.
  /(?<!-)-{2,}\s*BEGIN (?:[A-Z0-9]+ ){0,3}PRIVATE KEY/i,
  /PuTTY-User-Key-File-\d/i,
  /AGE-SECRET-KEY-1[A-Z0-9]{10}/i,
  // "openssh-key-v1" in base64, whatever stood before it.
  /b3BlbnNzaC1rZXktdjE/,
  // RSA (PKCS 1), and any key in PKCS 8, as their base64 begins.
  /\bMII[A-Za-z0-9+/]{3,5}IBAAK[A-Za-z0-9+/]{20}/,
  /\bM[A-Za-z0-9+/]{3,7}IBADA[A-Za-z0-9+/]{20}/,
  // Ed25519 in PKCS 8.
  /MC4CAQAwBQYDK2VwBCIEI/,
];

/** Whether a text holds a private key. Linear in the length of the text. */
export function holdsPrivateKey(text: string): boolean {
  return traces.some((trace) => trace.test(text));
}

export const privateKeyRefusal =
  "This is a private key, and it was not kept. Paste the public one (the file that ends in .pub); if anybody may have seen the private one, make a new pair.";

/** From its first line to its last, or to the end where the last is missing. */
const armoured = /(?<!-)-{2,}\s*BEGIN [^-]{0,60}PRIVATE KEY[\s\S]*?(?:(?<!-)-{2,}\s*END [^-]{0,60}-{2,}|$)/gi;

/** A form's strings as they may be kept or sent back: a private key is taken out, and the text around it stays. */
export function withoutPrivateKeys(values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, holdsPrivateKey(value) ? withoutKey(value) : value]),
  );
}

function withoutKey(text: string): string {
  const rest = text.replaceAll(armoured, "").trim();
  return holdsPrivateKey(rest) ? "" : rest;
}
