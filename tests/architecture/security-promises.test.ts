import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

it("every wall and every proof that SECURITY.md names is there", () => {
  const named = [...readFileSync("SECURITY.md", "utf8").matchAll(/`((?:tests|lib|prisma)\/[^`]+)`/g)];
  expect(named.length).toBeGreaterThan(30);
  const paths = named.map(([, path = ""]) => path);
  const isThere = (path: string) => existsSync(path) || existsSync(path.replace(/\/\*.*$/, ""));
  expect(paths.filter((path) => !isThere(path))).toEqual([]);
});
