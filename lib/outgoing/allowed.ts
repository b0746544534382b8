import type { BlockList } from "node:net";
import { isIP } from "node:net";
import { blockList, isIn, isPublicAddress } from "./private-addresses";

/** What an operator lets the portal reach although it is private: the setting OUTGOING_ALLOWED, read. */
export interface Allowed {
  /** `tracker.internal`, or with a port, `tracker.internal:8443`: whatever address that name has. */
  hosts: ReadonlySet<string>;
  networks: BlockList;
}

const hostName = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?$/;

/** Reads a list like `tracker.internal, 10.1.0.0/16, 127.0.0.1:8443`; undefined where an entry is none of these. */
export function readAllowed(text: string): Allowed | undefined {
  const entries = text
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((entry) => entry !== "");
  const networks = entries.filter(isNetwork);
  const hosts = entries.filter((entry) => !isNetwork(entry));
  if (!hosts.every((entry) => hostName.test(entry))) return undefined;
  return { hosts: new Set(hosts), networks: blockList(networks) };
}

/** Whether the address of a request names a host that the setting names. */
export function isNamed({ hosts, networks }: Allowed, url: URL): boolean {
  const name = bareHost(url);
  const port = url.port || (url.protocol === "http:" ? "80" : "443");
  return hosts.has(name) || hosts.has(`${name}:${port}`) || isIn(networks, name);
}

/** Whether a connection to this address may be opened for a host that the setting does not name. */
export function mayReach({ networks }: Allowed, address: string): boolean {
  return isPublicAddress(address) || isIn(networks, address);
}

/** The host without the brackets of IPv6 and the dot of the root. */
export function bareHost(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
}

function isNetwork(entry: string): boolean {
  const [, address = "", bits] = /^([\da-f.:]+?)(?:\/(\d{1,3}))?$/.exec(entry) ?? [];
  const family = isIP(address);
  return family !== 0 && Number(bits ?? 0) <= (family === 4 ? 32 : 128);
}
