/** An address without what a socket adds: the prefix by which one for both families names the old one, and the zone. */
export function plainAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");
}

/** The eight groups of an address of version 6, those that "::" stands for too; undefined for everything else. */
export function groupsOfSix(address: string): string[] | undefined {
  const url = `http://[${address}]`;
  if (!/^[\da-f:.]+$/i.test(address) || !URL.canParse(url)) return undefined;
  // The URL spells it in one way, whatever zeros were left out.
  const [front = "", back = ""] = new URL(url).hostname.slice(1, -1).split("::");
  const groups = (part: string) => part.split(":").filter(Boolean);
  const given = [...groups(front), ...groups(back)];
  const zeros = Array.from({ length: 8 - given.length }, () => "0");
  return given.toSpliced(groups(front).length, 0, ...zeros);
}
