import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";

const versions = z.record(z.string(), z.string());
const about = z
  .object({
    dependencies: versions,
    devDependencies: versions,
    allowScripts: z.record(z.string(), z.boolean()),
  })
  .parse(JSON.parse(readFileSync("package.json", "utf8")));
const lock = z
  .object({
    packages: z.record(
      z.string(),
      z.object({ integrity: z.string().optional(), hasInstallScript: z.boolean().optional() }),
    ),
  })
  .parse(JSON.parse(readFileSync("package-lock.json", "utf8")));
const installed = Object.entries(lock.packages).filter(([folder]) => folder !== "");

describe("a dependency", () => {
  it("is of one version, and of one content", () => {
    const loose = Object.entries({ ...about.dependencies, ...about.devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version),
    );
    expect(loose).toEqual([]);
    expect(installed.filter(([, { integrity = "" }]) => !integrity.startsWith("sha512-"))).toEqual([]);
  });

  it("runs a script when it is installed only where the list says yes, and the list names each that has one", () => {
    const scripted = installed.filter(([, { hasInstallScript }]) => hasInstallScript);
    const names = scripted.map(([folder]) => folder.replace(/^.*node_modules\//, ""));
    expect(Object.keys(about.allowScripts).toSorted()).toEqual([...new Set(names)].toSorted());
  });
});
