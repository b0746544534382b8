import { existsSync } from "node:fs";
import { expect, it } from "vitest";
import { type Domain, domains } from "@/lib/api/registry";
import { notYet } from "../integration/permissions/not-yet";

const all = Object.keys(domains) as Domain[]; // Object.keys forgets the keys' type
const isTried = (domain: Domain) => existsSync(`tests/integration/permissions/${domain}.test.ts`);

it("everybody is sent to try every operation of every domain", () => {
  // Write tests/integration/permissions/cases/<domain>.ts, and a test beside it like its neighbours.
  expect(all.filter((domain) => !isTried(domain) && !notYet.includes(domain))).toEqual([]);
});

it("what is not tried yet is not tried yet", () => {
  expect(notYet.filter(isTried)).toEqual([]);
});
