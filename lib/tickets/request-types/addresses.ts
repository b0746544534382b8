import { z } from "zod";
import { isHostName } from "./dns-names";
import { quoted } from "./names";

/** Why an address cannot be used from outside; undefined for one that can. */
function whatIsWrongWith(text: string): string | undefined {
  if (text.length > 2000) return "is too long for an address";
  if (!URL.canParse(text)) return "is not a web address";
  const url = new URL(text);
  if (url.protocol !== "https:") return "does not begin with https://";
  if (url.username || url.password) return "holds a user name or password, which would become public";
  const secret = [...url.searchParams.keys()].find((key) => /token|secret|password|api_?key/i.test(key));
  if (secret) return "holds a secret, which would become public";
  return isHostName(url.hostname) ? undefined : "does not name a host that others can reach";
}

/** A public https address. What it must not hold is told by `more`, such as a wildcard. */
export function httpsAddress(example: string, more?: (text: string) => string | undefined) {
  return z
    .string()
    .trim()
    .superRefine((text, context) => {
      const problem = more?.(text) ?? whatIsWrongWith(text);
      if (!problem) return;
      context.addIssue({
        code: "custom",
        message: `${quoted(text)} ${problem}; give one such as ${example}.`,
      });
    });
}

const network = z.union([z.cidrv4(), z.cidrv6()]);

/** A network in CIDR notation (RFC 4632) that begins where it says: no host bits, and neither a host nor the world. */
export function isNetwork(text: string): boolean {
  if (!network.safeParse(text).success) return false;
  const [address = "", length = ""] = text.split("/");
  const isV6 = address.includes(":");
  const bits = isV6 ? bitsOfV6(address) : bitsOfV4(address);
  const prefix = Number(length);
  return prefix >= 8 && prefix <= (isV6 ? 120 : 29) && !bits.slice(prefix).includes("1");
}

function bitsOfV4(address: string): string {
  return address
    .split(".")
    .map((part) => Number(part).toString(2).padStart(8, "0"))
    .join("");
}

function bitsOfV6(address: string): string {
  const [head = "", tail] = address.split("::");
  const before = head.split(":").filter((part) => part !== "");
  const after = (tail ?? "").split(":").filter((part) => part !== "");
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  return [...before, ...Array<string>(Math.max(zeros, 0)).fill("0"), ...after]
    .map((part) => Number.parseInt(part, 16).toString(2).padStart(16, "0"))
    .join("");
}

/** An address or a host name, as a load balancer is known by. */
export function isPlaceOnNetwork(text: string): boolean {
  return z.ipv4().safeParse(text).success || z.ipv6().safeParse(text).success || isHostName(text);
}
