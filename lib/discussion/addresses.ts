/** Longer ones are attacks: a reference link repeats its address each time it is used. */
const MAX_ADDRESS_LENGTH = 2000;

/** A path of this portal or a place on this page. `//host` and `/\host` would leave it. */
export function isSameSite(address: string): boolean {
  return /^(?:\/(?![/\\])|#)/.test(address);
}

/** The only addresses that a text may link to: http, https, mailto and this portal's own. */
export function mayLinkTo(address: string): boolean {
  if (address.length > MAX_ADDRESS_LENGTH || hasControlCharacter(address)) return false;
  return isSameSite(address) || /^(?:https?:\/\/[^/\\]|mailto:.)/i.test(address);
}

function hasControlCharacter(address: string): boolean {
  for (const character of address) if (character <= " " || character === "\u007f") return true;
  return false;
}
