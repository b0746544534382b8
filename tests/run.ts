import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { ensureBuild, ensureClient } from "@/lib/server/build";
import { auditDependencies } from "./dependencies/audit";
import { findChromium } from "./support/chromium";
import { testServer } from "./support/database";
import { failedJourneys, failedUnits, type JourneySuite, type UnitReport } from "./support/failed-tests";

// `npm test`: every check of the house in order, each with its time. A failed one does not keep the others from
// speaking; the last line sums them up.

interface Count {
  passed: number;
  failed: number;
  /** The tests that failed, where a step has several. */
  names?: string[];
}

interface Step {
  says: string;
  run(): Promise<Count>;
}

interface JourneyCounts {
  expected?: number;
  flaky?: number;
  unexpected?: number;
}

const bin = (name: string) => `node_modules/${name}`;
const unitReport = ".data/vitest-report.json";
const journeyReport = ".data/e2e-report.json";
const drift = [
  "migrate",
  "diff",
  "--from-migrations",
  "prisma/migrations",
  "--to-schema",
  "prisma/schema",
  "--exit-code",
];

const steps: Step[] = [
  { says: "Prisma's client is generated", run: () => once(ensureClient) },
  {
    says: "format and lint",
    run: () =>
      tool([
        bin("@biomejs/biome/bin/biome"),
        "check",
        "--config-path=tests/lint.json",
        "--error-on-warnings",
        ".",
      ]),
  },
  {
    says: "types",
    run: async () =>
      either(await tool([bin("next/dist/bin/next"), "typegen"]), () =>
        tool([bin("typescript/bin/tsc"), "--noEmit"]),
      ),
  },
  {
    says: "docs are fresh",
    run: () => tool(["--import", "tsx", "tests/architecture/write-docs.ts", "--check"]),
  },
  { says: "dependencies have no known grave holes", run: audit },
  { says: "the migrations make what the schema says", run: migrationsMatchSchema },
  { says: "walls, rules and commands", run: unitAndIntegration },
  { says: "the pages build", run: () => once(() => ensureBuild()) },
  { says: "journeys in a browser", run: journeys },
];

const total: Count = { passed: 0, failed: 0 };
const failures: string[] = [];
for (const step of steps) await take(step);
for (const says of failures) process.stdout.write(`Failed: ${says}\n`);
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
process.exit(total.failed === 0 ? 0 : 1);

async function take(step: Step): Promise<void> {
  process.stdout.write(`\n— ${step.says}\n`);
  const began = performance.now();
  const count = await step.run().catch((error): Count => {
    process.stdout.write(`${error instanceof Error ? error.message : error}\n`);
    return { passed: 0, failed: 1 };
  });
  total.passed += count.passed;
  total.failed += count.failed;
  if (count.failed > 0) failures.push([step.says, ...(count.names ?? [])].join("\n  "));
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  process.stdout.write(`  ${count.failed === 0 ? "passed" : "FAILED"} in ${seconds} s\n`);
}

async function audit(): Promise<Count> {
  const { ok, sentences } = await auditDependencies();
  for (const sentence of sentences) process.stdout.write(`${sentence}\n`);
  return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function migrationsMatchSchema(): Promise<Count> {
  const { url, stop } = await testServer();
  try {
    return await tool([bin("prisma/build/index.js"), ...drift, "--config", "prisma/config.ts"], {
      DATABASE_URL: url,
    });
  } finally {
    await stop();
  }
}

async function unitAndIntegration(): Promise<Count> {
  rmSync(unitReport, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${unitReport}`];
  const ran = await tool([
    bin("vitest/vitest.mjs"),
    "run",
    "--config",
    "tests/vitest.config.ts",
    "--root",
    ".",
    ...reporters,
  ]);
  const report = readReport<UnitReport & { numPassedTests: number; numFailedTests: number }>(unitReport);
  return {
    ...sum(ran, Number(report?.numPassedTests), Number(report?.numFailedTests)),
    names: failedUnits(report ?? {}),
  };
}

async function journeys(): Promise<Count> {
  if (!existsSync(".next/BUILD_ID"))
    throw new Error("There is no build to walk through: the step before says why.");
  const { sentence } = await findChromium();
  process.stdout.write(`${sentence}\n`);
  rmSync(journeyReport, { force: true });
  const ran = await tool([bin("@playwright/test/cli.js"), "test", "-c", "tests/playwright.config.ts"]);
  const report = readReport<{ stats: JourneyCounts; suites: JourneySuite[] }>(journeyReport);
  const { expected, flaky = 0, unexpected } = report?.stats ?? {};
  if (flaky > 0) process.stdout.write(`${flaky} passed only when repeated: see “flaky” above.\n`);
  return {
    ...sum(ran, Number(expected) + flaky, Number(unexpected)),
    names: failedJourneys(report?.suites),
  };
}

/** What the tool's own report counted; a tool that failed without a failed test counts as one. */
function sum(ran: Count, passed: number, failed: number): Count {
  return { passed: passed || 0, failed: Math.max(failed || 0, ran.failed) };
}

async function either(first: Count, then: () => Promise<Count>): Promise<Count> {
  return first.failed > 0 ? first : then();
}

async function once(work: () => Promise<unknown>): Promise<Count> {
  await work();
  return { passed: 1, failed: 0 };
}

/** A tool's own format, of what it wrote a moment ago. */
function readReport<Report>(file: string): Report | undefined {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

/** Runs one of the project's tools, without a keyboard, its words shown as they come. */
function tool(args: string[], environment: Record<string, string> = {}): Promise<Count> {
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...environment };
  return new Promise((ok, fail) => {
    const child = spawn(process.execPath, args, { env, stdio: ["ignore", "inherit", "inherit"] });
    child.on("error", fail);
    child.on("close", (code) => ok(code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }));
  });
}
