import { existsSync } from "node:fs";
import { expect, it } from "vitest";
import { notForTheApi } from "./not-for-the-api";
import { importsOf, sourceFiles } from "./walls";

const commands = sourceFiles(["lib"]).filter((file) => /^lib\/(?!cli\/)[\w-]+\/commands\//.test(file));
const used = new Set(importsOf(sourceFiles(["lib/api/operations"])).map(({ to }) => to));

it("every command is an operation of the API", () => {
  const missing = commands.filter((file) => !used.has(file) && !(file in notForTheApi));
  // Add a line to lib/api/operations/<domain>.ts; or name the file in not-for-the-api.ts, with why.
  expect(missing).toEqual([]);
});

it("what is excepted from that is there, has a reason, and is no operation after all", () => {
  const idle = Object.keys(notForTheApi).filter((file) => !existsSync(file) || used.has(file));
  expect(idle).toEqual([]);
});
