import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { sourceFiles } from "./walls";

const document = readFileSync("SECURITY.md", "utf8");
const [, promised = ""] = /## What is promised\n([\s\S]*?)\n## /.exec(document) ?? [];
const promises = promised.split(/^- /m).slice(1);
const walls = document.split("\n").filter((line) => /^\| (?!Somebody …)/.test(line));

it("every wall and every proof that SECURITY.md names is there", () => {
  const named = [...document.matchAll(/`((?:tests|lib|prisma)\/[^`]+)`/g)];
  const paths = named.map(([, path = ""]) => path);
  const isThere = (path: string) => existsSync(path) || existsSync(path.replace(/\/\*.*$/, ""));
  expect(paths.filter((path) => !isThere(path))).toEqual([]);
});

it("every promise and every wall of SECURITY.md names a test that proves it", () => {
  expect([promises.length, walls.length].every((count) => count >= 5)).toBe(true);
  const proofOf = (wall: string) => wall.split(" | ").at(-1) ?? "";
  const unproven = [...promises, ...walls.map(proofOf)].filter((text) => !/`tests\/[^`]+`/.test(text));
  expect(unproven).toEqual([]);
});

it("what somebody wrote reaches the database as a parameter, never as SQL", () => {
  const spliced = sourceFiles(["app", "lib"]).filter((file) =>
    /\$(?:query|execute)RawUnsafe|Prisma\.raw\b/.test(readFileSync(file, "utf8")),
  );
  expect(spliced).toEqual([]);
});
