import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { exceptionsSchema, judgeAudit, judgeSignatures, type Verdict } from "./judge-audit";

const patienceMs = 120_000;

/** Asks the registry for what is known against the packages that are installed. Says what it found. */
export async function auditDependencies(): Promise<Verdict> {
  const exceptions = exceptionsSchema.parse(
    JSON.parse(readFileSync("tests/dependencies/exceptions.json", "utf8")),
  );
  const today = new Date().toISOString().slice(0, 10);
  const advisories = judgeAudit(await npm(["audit", "--omit=dev", "--json"]), exceptions, today);
  const signed = judgeSignatures(await npm(["audit", "signatures", "--json"]));
  return {
    ok: advisories.ok && signed.ok,
    sentences: [...advisories.sentences, ...signed.sentences],
  };
}

/** What npm prints; nothing where it is not there or does not come to an end. */
function npm(args: string[]): Promise<string> {
  return new Promise((give) => {
    const child = spawn("npm", [...args, "--fetch-retries=0"], {
      stdio: ["ignore", "pipe", "ignore"],
      timeout: patienceMs,
    });
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.on("error", () => give(""));
    child.on("close", () => give(said));
  });
}
