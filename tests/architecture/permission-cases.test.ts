import { existsSync } from "node:fs";
import { expect, it } from "vitest";
import { domains } from "@/lib/api/registry";

it("everybody is sent to try every operation of every domain", () => {
  const untried = Object.keys(domains).filter(
    (domain) => !existsSync(`tests/integration/permissions/${domain}.test.ts`),
  );
  // Write tests/integration/permissions/cases/<domain>.ts, and a test beside it like its neighbours.
  expect(untried).toEqual([]);
});
