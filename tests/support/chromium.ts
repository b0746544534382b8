import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

export interface Browser {
  /** Absent where Playwright finds its own. */
  executablePath?: string;
  /** What is driven and where it came from, in a sentence. */
  sentence: string;
}

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/**
 * A Chromium to drive: the one that PLAYWRIGHT_CHROMIUM_PATH names, the system's, Playwright's own, the one inside an npm
 * package, or, where the caller is root on Debian, the one of its packages. Throws a sentence where there is none.
 */
export async function findChromium(): Promise<Browser> {
  const named = process.env.PLAYWRIGHT_CHROMIUM_PATH;
  if (named)
    return {
      executablePath: named,
      sentence: `The browser is the one of PLAYWRIGHT_CHROMIUM_PATH: ${named}.`,
    };
  const installed = onPath(names);
  if (installed)
    return { executablePath: installed, sentence: `The browser is this machine's own: ${installed}.` };
  if (playwrightHasOne()) return { sentence: "The browser is the one that Playwright downloaded earlier." };
  return (await packedInNpm()) ?? fromDebian() ?? complain();
}

function onPath(wanted: string[]): string | undefined {
  const folders = (process.env.PATH ?? "").split(":");
  const paths = wanted.flatMap((name) => folders.map((folder) => join(folder, name)));
  return paths.find((path) => existsSync(path));
}

function playwrightHasOne(): boolean {
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), ".cache", "ms-playwright");
  return existsSync(cache) && readdirSync(cache).some((name) => name.startsWith("chromium"));
}

async function packedInNpm(): Promise<Browser | undefined> {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  process.env.AWS_EXECUTION_ENV ??= "AWS_Lambda_nodejs22.x"; // makes the package unpack its own nss libraries
  try {
    const { default: packed } = await import("@sparticuz/chromium");
    const executablePath = await packed.executablePath();
    return {
      executablePath,
      sentence: "There is no browser on this machine: the one inside an npm package is used.",
    };
  } catch {
    return undefined;
  }
}

function fromDebian(): Browser | undefined {
  const apt = onPath(["apt-get"]);
  if (!apt || process.getuid?.() !== 0) return undefined;
  process.stdout.write("There is no browser on this machine: installing Debian's package “chromium” …\n");
  try {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    execFileSync(apt, ["update", "-qq"], { stdio: ["ignore", "ignore", "inherit"], env });
    const install = ["install", "-y", "-qq", "--no-install-recommends", "chromium"];
    execFileSync(apt, install, { stdio: ["ignore", "ignore", "inherit"], env });
  } catch {
    return undefined;
  }
  const executablePath = onPath(names);
  return executablePath
    ? { executablePath, sentence: "The browser is Debian's chromium, installed just now." }
    : undefined;
}

function complain(): never {
  throw new Error(
    "The browser journeys need a Chromium, and there is none on this machine. Install chromium or google-chrome, or run " +
      "“npx playwright install chromium”, or set PLAYWRIGHT_CHROMIUM_PATH to one.",
  );
}
