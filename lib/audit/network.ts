import { groupsOfSix, plainAddress } from "../ip-address";

const version4 = /^\d{1,3}(\.\d{1,3}){3}$/;

/**
 * The network that an address is in, which is what is kept of it: of version 4 the first three parts, of version 6 the
 * first three groups. Enough to see that somebody comes from elsewhere, and not who of that place it is.
 */
export function networkOf(address: string): string {
  const plain = plainAddress(address);
  if (version4.test(plain)) return `${plain.split(".").slice(0, 3).join(".")}.0/24`;
  const groups = groupsOfSix(plain);
  return groups ? `${groups.slice(0, 3).join(":")}::/48` : "";
}
