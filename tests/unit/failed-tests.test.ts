import { expect, it } from "vitest";
import { failedJourneys, failedUnits } from "../support/failed-tests";

it("of a run that failed, the end names each test, and each file that could not begin", () => {
  expect(
    failedUnits({
      testResults: [
        {
          name: "/anywhere/tests/unit/a.test.ts",
          assertionResults: [{ fullName: "a holds", status: "passed" }],
        },
        {
          name: "/anywhere/tests/unit/b.test.ts",
          assertionResults: [
            { fullName: "b holds", status: "failed" },
            { fullName: "b is fine", status: "passed" },
          ],
        },
        { name: "/anywhere/tests/unit/c.test.ts", message: "No database.\nat once", assertionResults: [] },
      ],
    }),
  ).toEqual(["tests/unit/b.test.ts: b holds", "tests/unit/c.test.ts: No database."]);
  const specs = [
    { title: "somebody signs in", ok: false },
    { title: "somebody leaves", ok: true },
  ];
  expect(failedJourneys([{ file: "x.spec.ts", specs: [], suites: [{ file: "x.spec.ts", specs }] }])).toEqual([
    "tests/e2e/x.spec.ts: somebody signs in",
  ]);
});
