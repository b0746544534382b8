import { existsSync } from "node:fs";
import { expect, it } from "vitest";
import { domains } from "@/lib/api/registry";
import { keysOf } from "@/lib/keys-of";
import { casesOf } from "../integration/permissions/all-cases";
import { deedsOf } from "../integration/permissions/deeds";

const names = keysOf(domains);

it("everybody is sent to try every operation of every domain", () => {
  const untried = names.filter((domain) => !existsSync(`tests/integration/permissions/${domain}.test.ts`));
  // Write tests/integration/permissions/cases/<domain>.ts, and a test beside it like its neighbours.
  expect(untried).toEqual([]);
});

it.each(names)("every operation of %s has a case, and every case an operation", (domain) => {
  const cases = Object.keys(casesOf[domain]);
  // Say in tests/integration/permissions/cases/<domain>.ts how it is tried.
  expect(cases.toSorted()).toEqual(
    deedsOf(domain)
      .map(({ name }) => name)
      .toSorted(),
  );
});
