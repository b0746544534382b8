import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const clientInputs = ["prisma/schema", "prisma/config.ts", "node_modules/prisma/package.json"];
const buildInputs = [
  ...["app", "components", "lib", "public", "prisma/schema", "proxy.ts", "instrumentation.ts"],
  ...["next.config.js", "package.json", "package-lock.json", "tsconfig.json"],
];
const made = new Set(["generated", "node_modules"]);
const clientStamp = "lib/db/generated/.inputs";
const buildStamp = ".next/streamboard-inputs";

/** Generates Prisma's client, unless the one that is there was made of this schema. Says whether it did. */
export async function ensureClient(): Promise<boolean> {
  const inputs = fingerprint(clientInputs);
  if (isStamped(clientStamp, inputs)) return false;
  await run("Prisma's client", [
    "node_modules/prisma/build/index.js",
    "generate",
    "--config",
    "prisma/config.ts",
  ]);
  stamp(clientStamp, inputs);
  return true;
}

/** Builds the pages, unless the build that is there was made of these files. Says whether it did. */
export async function ensureBuild(announce: () => void = () => {}): Promise<boolean> {
  const inputs = fingerprint(buildInputs);
  if (existsSync(".next/BUILD_ID") && isStamped(buildStamp, inputs)) return false;
  announce();
  await run("The pages", ["node_modules/next/dist/bin/next", "build"]);
  stamp(buildStamp, inputs);
  return true;
}

/** One hash over the names and contents of files and folders. */
function fingerprint(paths: string[]): string {
  const hash = createHash("sha256");
  for (const path of paths) add(hash, path);
  return hash.digest("hex");
}

function add(hash: ReturnType<typeof createHash>, path: string): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return;
  if (found.isDirectory()) {
    for (const name of readdirSync(path).sort()) if (!made.has(name)) add(hash, join(path, name));
  } else {
    hash.update(`${path}\0${found.size}\0`).update(readFileSync(path));
  }
}

function isStamped(file: string, inputs: string): boolean {
  return existsSync(file) && readFileSync(file, "utf8") === inputs;
}

function stamp(file: string, inputs: string): void {
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, inputs);
}

/** Runs a tool quietly; what it said is shown only where it fails. */
function run(what: string, args: string[]): Promise<void> {
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" } as const;
  return new Promise((ok, fail) => {
    const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += chunk));
    child.on("error", fail);
    child.on("close", (code) =>
      code === 0 ? ok() : fail(new Error(`${what} could not be built:\n${said}`)),
    );
  });
}
