import { expect, it } from "vitest";
import { networkOf } from "@/lib/audit/network";

it.each([
  ["192.0.2.77", "192.0.2.0/24"],
  ["::ffff:192.0.2.77", "192.0.2.0/24"],
  ["127.0.0.1", "127.0.0.0/24"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1::/48"],
  ["2001:0DB8:0001::77", "2001:db8:1::/48"],
  ["2001:db8::1", "2001:db8:0::/48"],
  ["::1", "0:0:0::/48"],
  ["fe80::1%eth0", "fe80:0:0::/48"],
  ["unknown", ""],
  ["", ""],
  ["1.2.3", ""],
])("of the address %s the network %s is kept", (address, network) => {
  expect(networkOf(address)).toBe(network);
});
