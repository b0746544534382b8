import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";

export interface OwnServer {
  address: string;
  process: ChildProcess;
  folder: string;
  /** The exit code, once it has ended. */
  ended: Promise<number | null>;
  /** What it has written to its log. */
  log(): string;
  remove(): Promise<void>;
}

/** A portal of one test's own, with an empty database and settings of its own: to be stopped, or to lose its database. */
export async function ownServer(settings: Record<string, string> = {}): Promise<OwnServer> {
  mkdirSync(".data", { recursive: true });
  const folder = mkdtempSync(join(".data", "own-"));
  chmodSync(folder, 0o755); // the account of PostgreSQL has to get through
  const child = spawn(process.execPath, ["--import", "tsx", "lib/server/start.ts"], {
    env: {
      ...process.env,
      DATA_DIR: folder,
      DATABASE_URL: "",
      SEED: "none",
      PORT: "0",
      LOG_LEVEL: "silent",
      ...settings,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let logged = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    logged += chunk.toString();
  });
  const ended = new Promise<number | null>((ok) => child.once("exit", (code) => ok(code)));
  const address = await addressOnceSaid(child, () => logged);
  const remove = async () => {
    child.kill("SIGTERM");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  return { address, process: child, folder, ended, log: () => logged, remove };
}

function addressOnceSaid(child: ChildProcess, logged: () => string): Promise<string> {
  return new Promise((ok, fail) => {
    let said = "";
    child.stdout?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const [, address] = /runs at (https?:\S+)/.exec(said) ?? [];
      if (address) ok(address);
    });
    child.once("exit", () => fail(new Error(`the server did not start: ${said}${logged()}`)));
  });
}
