import { done, type Result, refuse } from "../../result";
import { toldToStop } from "../../server/stop-on-signal";
import { type Answer, type Call, type Command, expectWords } from "../command";
import { withDatabase } from "../with-database";

const usage = "npm run portal -- worker [--jobs <n>]";

export const workerCommand: Command = {
  name: "worker",
  summary: "Carry out the jobs of the outbox in a process of its own",
  help: `${usage}

Sends mail and notices, closes ballots that are over, plans meetings and tidies up, until it is told to stop (Ctrl+C or
SIGTERM); then it finishes what is under way. Several may run at once, on several machines; each job is carried out by
one of them. Servers that are to leave all of it to them are started with WORKER=apart.

--jobs  how many jobs it has under way at once: 2 unless told, at most 50.`,
  options: { jobs: { type: "string" } },
  run: runWorker,
};

async function runWorker(call: Call): Promise<Result<Answer>> {
  expectWords(call, 0, usage);
  const jobs = Number(call.options.jobs ?? 2);
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > 50)
    return refuse("invalid", "--jobs takes a whole number from 1 to 50.");
  return withDatabase(async ({ settings }) => {
    // Mail and notices name the portal's address; a server knows where it listens, and this process is told.
    process.env.AUTH_URL ??= `http://localhost:${settings.PORT}`;
    const told = toldToStop();
    const { startWorker } = await import("../../outbox/worker");
    const worker = await startWorker(jobs);
    if (!call.options.json) process.stdout.write("The worker runs. Stop it with Ctrl+C.\n");
    await Promise.race([told, worker.ended]); // fails where it came to an end by itself
    await worker.stop();
    return done({ lines: ["The worker has stopped."], data: { stopped: true } });
  });
}
