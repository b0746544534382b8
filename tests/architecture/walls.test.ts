import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import { breaches, cycles, importsIn, importsOf, sourceFiles, strayFetches, walls } from "./walls";

const packageOfPrisma = "prisma/config"; // a package, not our folder
const files = sourceFiles(["app", "components", "lib", "prisma"]);
const imports = importsOf(files);

describe("the walls of the house", () => {
  it.each(walls)("$says", (wall) => {
    expect(breaches(imports, [wall])).toEqual([]);
  });

  it("nothing asks an address of the outside but by lib/outgoing", () => {
    expect(files.flatMap((file) => strayFetches(file, readFileSync(file, "utf8")))).toEqual([]);
  });

  it("no file of lib imports itself by way of others", () => {
    expect(cycles(imports.filter((each) => each.from.startsWith("lib/")))).toEqual([]);
  });

  it("no file of lib is longer than 250 lines", () => {
    const lines = (file: string) => readFileSync(file, "utf8").split("\n").length - 1;
    expect(files.filter((file) => file.startsWith("lib/") && lines(file) > 250)).toEqual([]);
  });

  it("docs/architecture.md says what happens in every room of lib", () => {
    const said = readFileSync("docs/architecture.md", "utf8");
    const rooms = [...new Set(files.flatMap((file) => /^lib\/([\w-]+)\//.exec(file)?.[1] ?? []))];
    // Alone, or among the domains of `lib/<domain>`.
    const isSaid = (room: string) => new RegExp(`lib/${room}\\b|[|,] ${room}[,:]`).test(said);
    expect(rooms.filter((room) => !isSaid(room))).toEqual([]);
  });

  it("no file has a name that says nothing", () => {
    expect(files.filter((file) => /^(helpers?|utils?|misc|common)\.tsx?$/.test(basename(file)))).toEqual([]);
  });

  it("every import of the project's own leads to a file", () => {
    const own = imports.filter((each) => /^(app|components|lib|prisma|tests)\//.test(each.to));
    const lost = own.filter(
      (each) => !/\.\w+$/.test(each.to) && !each.to.includes("/generated/") && each.to !== packageOfPrisma,
    );
    expect(lost).toEqual([]);
  });
});

describe("a planted breach is caught", () => {
  const planted = [
    ["components/ui/button.tsx", 'import { machine } from "@/lib/proposals/machine";', "knows no domain"],
    ["lib/proposals/machine.ts", 'import { db } from "../db/client";', "no database"],
    ["lib/tickets/policy.ts", 'const next = await import("next/headers");', "no Next"],
    ["app/(portal)/inbox/page.tsx", 'import { db } from "@/lib/db/client";', "through commands and queries"],
    ["lib/people/ui-text.ts", 'import NextAuth from "next-auth";', "lib/auth's business"],
    ["lib/people/notices.ts", 'import {\n  Prisma,\n} from "../db/client";', "Prisma client is for"],
    ["lib/meetings/outline.ts", 'export { Page } from "@/app/page";', "knows no screen"],
    [
      "components/meetings/agenda.tsx",
      'import { listMeetings } from "@/lib/meetings/queries";',
      "nor do deeds",
    ],
    ["lib/clock.ts", 'import "../tests/support/database";', "depends on its tests"],
    ["lib/trackers/ask.ts", 'import { request } from "node:https";', "requests leave by lib/outgoing"],
  ] as const;

  it.each(planted)("in %s: %s", (file, line, sentence) => {
    expect(breaches(importsIn(file, line)).join("\n")).toContain(sentence);
  });

  it.each(["await fetch(url)", "globalThis.fetch(url)", "new WebSocket(url)"])("where it says %s", (line) => {
    expect(strayFetches("lib/trackers/ask.ts", line)).toHaveLength(1);
    expect(strayFetches("lib/trackers/ask.ts", `// ${line}\nfetchOutside(url)`)).toEqual([]);
  });

  it("when two files import each other", () => {
    const ring = [
      ...importsIn("lib/result.ts", 'import "./clock";'),
      ...importsIn("lib/clock.ts", 'import "./result";'),
    ];
    expect(cycles(ring)).toEqual(["lib/result.ts → lib/clock.ts → lib/result.ts"]);
  });

  it("but an import that is only spoken of in a comment is none", () => {
    expect(importsIn("lib/clock.ts", '// import "next-auth";\n/* import "pg"; */')).toEqual([]);
  });
});
