import { BlockList, isIP } from "node:net";

// What IANA's registries of special purpose addresses (RFC 6890) call not globally reachable, and where clouds answer
// with the machine's own secrets.

const special = [
  "0.0.0.0/8", // this network
  "10.0.0.0/8",
  "100.64.0.0/10", // carrier's own, and a cloud's metadata
  "127.0.0.0/8",
  "168.63.129.16/32", // a cloud's metadata at a public address
  "169.254.0.0/16", // link-local, and most clouds' metadata
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24", // documentation, here and below
  "192.88.99.0/24", // 6to4 relays
  "192.168.0.0/16",
  "198.18.0.0/15", // benchmarks
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/3", // multicast, reserved, broadcast
];
/** Inside of the one block of global IPv6 addresses, those that lead elsewhere: tunnels to IPv4, documentation. */
const specialOfSix = ["2001::/23", "2001:db8::/32", "2002::/16", "3ffe::/16", "3fff::/20"];

const notPublic = blockList([...special, ...specialOfSix]);
/** All else of IPv6 is loopback, link-local, unique local, multicast, IPv4 in disguise (mapped, NAT64), or not given out. */
const globalOfSix = blockList(["2000::/3"]);

/** Whether an address is one of the public Internet. What is no address is not. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !notPublic.check(address, "ipv4");
  return family === 6 && globalOfSix.check(address, "ipv6") && !notPublic.check(address, "ipv6");
}

/** A list of networks, each as `10.0.0.0/8` or as one address. Throws where one is none. */
export function blockList(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = "", bits] = network.split("/");
    const four = isIP(address) === 4;
    list.addSubnet(address, Number(bits ?? (four ? 32 : 128)), four ? "ipv4" : "ipv6");
  }
  return list;
}

/** Whether an address lies in one of the networks of a list. */
export function isIn(list: BlockList, address: string): boolean {
  const family = isIP(address);
  return family !== 0 && list.check(address, family === 4 ? "ipv4" : "ipv6");
}
