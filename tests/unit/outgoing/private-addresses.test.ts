import { describe, expect, it } from "vitest";
import { isNamed, mayReach, readAllowed } from "@/lib/outgoing/allowed";
import { isPublicAddress } from "@/lib/outgoing/private-addresses";

const closed = [
  ["this network", "0.0.0.0"],
  ["a private network", "10.255.0.1"],
  ["a private network", "172.16.0.1"],
  ["a private network", "172.31.255.255"],
  ["a private network", "192.168.1.1"],
  ["a carrier's own network", "100.64.0.1"],
  ["a cloud's metadata", "100.100.100.200"],
  ["a cloud's metadata", "169.254.169.254"],
  ["a cloud's metadata", "168.63.129.16"],
  ["a cloud's metadata", "fd00:ec2::254"],
  ["this machine", "127.0.0.1"],
  ["this machine", "127.255.255.254"],
  ["this machine", "::1"],
  ["nobody", "::"],
  ["IPv4 mapped", "::ffff:127.0.0.1"],
  ["IPv4 mapped, even a public one", "::ffff:8.8.8.8"],
  ["IPv4 compatible", "::127.0.0.1"],
  ["IPv4 behind NAT64", "64:ff9b::7f00:1"],
  ["IPv4 behind a local NAT64", "64:ff9b:1::a00:1"],
  ["IPv4 behind 6to4", "2002:7f00:1::"],
  ["IPv4 behind Teredo", "2001:0:7f00:1::"],
  ["link-local", "fe80::1"],
  ["unique local", "fc00::1"],
  ["unique local", "fdff::1"],
  ["site-local of old", "fec0::1"],
  ["multicast", "224.0.0.1"],
  ["multicast", "ff02::1"],
  ["broadcast", "255.255.255.255"],
  ["reserved", "240.0.0.1"],
  ["documentation", "192.0.2.1"],
  ["documentation", "2001:db8::1"],
  ["benchmarks", "198.18.0.1"],
  ["no address at all", "localhost"],
  ["no address at all", ""],
] as const;

const open = [
  "1.1.1.1",
  "8.8.8.8",
  "172.15.0.1",
  "172.32.0.1",
  "100.63.0.1",
  "169.253.1.1",
  "2606:4700::1111",
];

describe("an address out there", () => {
  it.each(closed)("that is %s, %s, is closed", (_what, address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(open)("that is public, %s, is open", (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
});

describe("the setting OUTGOING_ALLOWED", () => {
  const allowed = readAllowed("Tracker.internal, forge.internal:8443 10.1.0.0/16,127.0.0.1, fd12::/16");

  it.each([
    ["https://tracker.internal/x", true],
    ["https://tracker.internal:9999/x", true],
    ["https://TRACKER.internal./x", true],
    ["https://forge.internal:8443/", true],
    ["https://forge.internal/", false],
    ["https://10.1.2.3/", true],
    ["https://0x0a010203/", true],
    ["https://10.2.2.3/", false],
    ["http://[fd12::1]/", true],
    ["https://evil.tracker.internal/", false],
    ["https://tracker.internal.evil.example/", false],
  ])("says of %s: %s", (address, named) => {
    expect(allowed && isNamed(allowed, new URL(address))).toBe(named);
  });

  it("opens its networks to every name that leads there, and nothing beside them", () => {
    expect(allowed && [mayReach(allowed, "10.1.9.9"), mayReach(allowed, "10.2.9.9")]).toEqual([true, false]);
  });

  it.each(["10.0.0.0/33", "https://tracker.internal", "tracker internal!", "*", "10.0.0.0/8/8", "a:b"])(
    "is refused where it says %s",
    (text) => {
      expect(readAllowed(text)).toBeUndefined();
    },
  );

  it("opens nothing where it is empty", () => {
    expect(readAllowed("")?.hosts.size).toBe(0);
  });
});
