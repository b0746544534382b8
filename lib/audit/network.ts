const version4 = /^\d{1,3}(\.\d{1,3}){3}$/;
const version6 = /^(?=.*:.*:)[\da-f:]{2,39}$/i;

/**
 * The network that an address is in, which is what is kept of it: of version 4 the first three parts, of version 6 the
 * first three groups. Enough to see that somebody comes from elsewhere, and not who of that place it is.
 */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");
  if (version4.test(plain)) return `${plain.split(".").slice(0, 3).join(".")}.0/24`;
  if (!version6.test(plain)) return "";
  return `${groupsOf(plain).slice(0, 3).join(":")}::/48`;
}

/** The eight groups of an address, those that "::" stands for too, without leading zeros. */
function groupsOf(address: string): string[] {
  const [front = "", back] = address.split("::");
  const groups = (text: string) => text.split(":").filter(Boolean);
  const [before, after] = [groups(front), groups(back ?? "")];
  const between = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => "0");
  return [...before, ...between, ...after].map((group) => group.toLowerCase().replace(/^0+(?=.)/, ""));
}
