import { z } from "zod";
import { isHostName, isRecordName, isServiceName, normalizedDnsName } from "./dns-names";
import { quoted } from "./names";

export const dnsTypes = ["A", "AAAA", "CNAME", "TXT", "MX", "SRV"] as const;
export type DnsType = (typeof dnsTypes)[number];

interface Rule {
  accepts(value: string): boolean;
  normalize(value: string): string;
  shouldBe: string;
}

const rules: Record<DnsType, Rule> = {
  A: { accepts: isOf(z.ipv4()), normalize: (value) => value, shouldBe: "an IPv4 address such as 192.0.2.10" },
  AAAA: {
    accepts: isOf(z.ipv6()),
    normalize: (value) => value.toLowerCase(),
    shouldBe: "an IPv6 address such as 2001:db8::10",
  },
  CNAME: {
    accepts: isHostName,
    normalize: normalizedDnsName,
    shouldBe: "a host name such as lb.example.org",
  },
  TXT: {
    accepts: (value) => /^[\x20-\x7e]{1,1000}$/.test(value),
    normalize: (value) => value,
    shouldBe: "up to 1000 plain ASCII characters on one line",
  },
  MX: {
    accepts: (value) => isOfNumbersAndHost(value, 1),
    normalize: normalizedParts,
    shouldBe: "a priority from 0 to 65535 and a host name, such as 10 mail.example.org",
  },
  SRV: {
    accepts: (value) => isOfNumbersAndHost(value, 3),
    normalize: normalizedParts,
    shouldBe: "priority, weight, port and host name, such as 0 5 6443 api.example.org",
  },
};

export function normalizedDnsValue(type: DnsType, value: string): string {
  return rules[type].normalize(value.trim());
}

/** What is wrong with a record as a whole; expects normalized name and values. */
export function dnsProblems(record: {
  name: string;
  type: DnsType;
  values: string[];
}): [field: string, message: string][] {
  const { name, type, values } = record;
  const problems: [string, string][] = values
    .filter((value) => !rules[type].accepts(value))
    .map((value) => [
      "values",
      `${quoted(value)} does not fit a record of type ${type}: give ${rules[type].shouldBe}.`,
    ]);
  const twice = values.find((value, index) => values.indexOf(value) !== index);
  if (twice) problems.push(["values", `${quoted(twice)} is there twice; give each value once.`]);
  if (!isRecordName(name)) {
    problems.push([
      "name",
      `${quoted(name)} is not a full DNS name; give one such as api.stream.example.org.`,
    ]);
  } else if (type === "SRV" && !isServiceName(name)) {
    problems.push([
      "name",
      `A record of type SRV has a name such as _https._tcp.example.org, not ${quoted(name)}.`,
    ]);
  }
  if (type === "CNAME" && values.length > 1) problems.push(["values", "A CNAME has exactly one value."]);
  if (type === "CNAME" && values.includes(name)) problems.push(["values", "A CNAME cannot point at itself."]);
  return problems;
}

function isOf(schema: z.ZodType): (value: string) => boolean {
  return (value) => schema.safeParse(value).success;
}

function isOfNumbersAndHost(value: string, numbers: number): boolean {
  const parts = value.split(" ");
  const host = parts.at(-1) ?? "";
  return parts.length === numbers + 1 && parts.slice(0, numbers).every(isSixteenBits) && isHostName(host);
}

function isSixteenBits(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65535;
}

function normalizedParts(value: string): string {
  const parts = value.split(/\s+/);
  return [...parts.slice(0, -1), normalizedDnsName(parts.at(-1) ?? "")].join(" ");
}
