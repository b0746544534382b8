import { type ChildProcess, spawn } from "node:child_process";

export interface Ended {
  code: number | null;
  out: string;
  complaint: string;
}

export interface Running {
  process: ChildProcess;
  ended: Promise<Ended>;
}

/** Begins `npm run portal -- …` as a person would, over the database of the settings. */
export function beginPortal(
  args: string[],
  settings: Record<string, string> = {},
  input: string | Buffer = "",
): Running {
  const child = spawn(process.execPath, ["--import", "tsx", "lib/cli/main.ts", ...args], {
    env: { ...process.env, LOG_LEVEL: "silent", NODE_ENV: "production", ...settings },
  });
  const out: Buffer[] = [];
  const complaint: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => complaint.push(chunk));
  child.stdin.on("error", () => undefined); // it may have ended before it read anything
  child.stdin.end(input);
  const ended = new Promise<Ended>((ok) =>
    child.on("close", (code) =>
      ok({ code, out: Buffer.concat(out).toString(), complaint: Buffer.concat(complaint).toString() }),
    ),
  );
  return { process: child, ended };
}

export function portal(args: string[], settings?: Record<string, string>, input?: string): Promise<Ended> {
  return beginPortal(args, settings, input).ended;
}
