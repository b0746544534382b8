import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { routePatterns } from "@/lib/server/route-pattern";

const folder = mkdtempSync(join(tmpdir(), "routes-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("the pattern of an address", () => {
  it("is one of the routes that were built, whatever is asked for", () => {
    const file = join(folder, "routes.json");
    const built = {
      staticRoutes: [{ page: "/proposals", regex: "^/proposals(?:/)?$" }],
      dynamicRoutes: [{ page: "/proposals/[number]", regex: "^/proposals/([^/]+?)(?:/)?$" }],
    };
    writeFileSync(file, JSON.stringify(built));
    const patternOf = routePatterns(file);
    expect(
      ["/proposals?q=x", "/proposals/63", "/_next/static/a.js", "/wp-admin", "", "/proposals/1/2/3"].map(
        patternOf,
      ),
    ).toEqual(["/proposals", "/proposals/[number]", "/_next", "other", "other", "other"]);
  });

  it("is nothing in particular where nothing was built", () => {
    expect(routePatterns(join(folder, "missing.json"))("/proposals")).toBe("other");
  });
});
