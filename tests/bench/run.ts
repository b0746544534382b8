import { mkdirSync, writeFileSync } from "node:fs";
import { startEmbedded } from "@/lib/db/embedded";
import { addressOf, asAdministrator, migrate } from "@/lib/db/migrate";
import { ensureBuild, ensureClient } from "@/lib/server/build";
import { startChild } from "./child";
import { limitsBroken } from "./limits";
import { liveWords, measureLive, openLiveMeeting } from "./live";
import type { LoadResult } from "./load";
import { type Bench, capture, type Measured, measure, requestOf } from "./measure";
import { type Explained, explain } from "./plans";
import type { ProfileShares } from "./profile-shares";
import { document, table } from "./report";
import { lists, scenarios } from "./scenarios";
import { seedBench } from "./seed";
import { busy, reader } from "./seed-sql";
import { signIn } from "./session";

// `npm run bench [-- part of a page's name]`: a big database, the real server, and a floor beside it.
// BENCH_KEEP=1 takes the last run's database instead of making it anew.

const secret = "the-bench-signs-with-this-and-nobody-else-does";
const only = process.argv[2]?.toLowerCase();
const problems: string[] = [];
const began = performance.now();

await ensureClient();
await ensureBuild(() => say("Building the pages …"));
const embedded = await startEmbedded(".data/bench/postgres");
try {
  const url = addressOf(embedded.url, "bench");
  if (process.env.BENCH_KEEP !== "1") await makeDatabase(url);
  const cookie = await signIn(url, reader.id, secret);
  await benchOver(url, cookie);
} finally {
  await embedded.stop();
}
say(`${problems.length === 0 ? "Nothing wrong" : `${problems.length} wrong`}, in ${seconds()} s.`);
process.exit(problems.length === 0 ? 0 : 1);

async function makeDatabase(url: string): Promise<void> {
  await asAdministrator(url, `DROP DATABASE IF EXISTS bench WITH (FORCE)`);
  await migrate(url);
  await seedBench(url);
  say(`The database is filled, after ${seconds()} s.`);
}

async function benchOver(url: string, cookie: string): Promise<void> {
  const server = startServer(url);
  const floor = startChild("tests/bench/floor-server.ts", {
    env: { ...process.env, NODE_ENV: "production" },
  });
  const load = startChild("tests/bench/load.ts");
  try {
    const [, address] = await server.printed(/runs at http:\/\/localhost:(\d+)/);
    const port = Number(address);
    const floorPort = await floor.ask<number>({ do: "listen", url });
    const bench = { server, floor, load, cookie, port, floorPort, origin: `http://127.0.0.1:${port}` };
    await measureAll(bench, url);
  } finally {
    await Promise.all([server.stop(), floor.stop(), load.stop()]);
  }
}

function startServer(url: string) {
  const env = {
    ...process.env,
    ...{ DATABASE_URL: url, DATA_DIR: ".data/bench", SEED: "none", PORT: "0", HOST: "127.0.0.1" },
    ...{
      MODE: "demo",
      AUTH_SECRET: secret,
      SHOW_QUERIES: "1",
      LOG_LEVEL: "warn",
      // Counted as ever, and never too much.
      PAGES_PER_MINUTE: "1000000",
      SEARCHES_PER_MINUTE: "1000000",
      FORMS_PER_MINUTE: "1000000",
      API_READS_PER_MINUTE: "1000000",
      API_WRITES_PER_MINUTE: "1000000",
      NODE_ENV: "production" as const,
    },
  };
  return startChild("lib/server/start.ts", { node: ["--import", "./tests/bench/inside-server.ts"], env });
}

async function measureAll(bench: Bench, url: string): Promise<void> {
  const measured: Measured[] = [];
  const profile = await profileOf(bench); // before anything is written: its jobs would be in the picture
  const pages = await scenarios(url);
  const evening = await openLiveMeeting(url);
  const cookies = await Promise.all([1, 2, 3].map((id) => signIn(url, id, secret)));
  const session = { path: `/meetings/${evening.date}/session`, signedIn: true, shows: "of a long evening" };
  for (const scenario of [...pages, { name: "Session, 2,000 lines", ...session }]) {
    if (only && !scenario.name.toLowerCase().includes(only)) continue;
    const found = await orProblem(() => measure(bench, scenario));
    if (found) measured.push(found);
    if (found) say(`${scenario.name}: ${found.page.map(({ cpu }) => `${cpu.toFixed(1)} ms CPU`).join(", ")}`);
  }
  const live =
    !only || "live".includes(only) ? await orProblem(() => measureLive(bench, evening, cookies)) : undefined;
  if (live) say(`Live: ${liveWords(live)}`);
  if (live && live.p99 > 1_000)
    problems.push(`A line takes ${live.p99.toFixed(0)} ms to 99 of 100 followers.`);
  say(`\n${table(measured)}\n`);
  const explained = await explainLists(bench, url, measured);
  problems.push(...limitsBroken(measured, explained));
  for (const problem of problems) say(`Wrong: ${problem}`);
  if (only)
    return say(
      profile.parts
        .concat(profile.functions)
        .map(({ part, percent }) => `${percent.toFixed(1)} % ${part}`)
        .join("\n"),
    );
  mkdirSync("docs", { recursive: true });
  writeFileSync(
    "docs/performance.md",
    document({ measured, explained, profile, problems, ...(live && { live }) }),
  );
}

async function explainLists(bench: Bench, url: string, measured: Measured[]): Promise<Explained[]> {
  const explained: Explained[] = [];
  for (const { scenario, statements } of measured) {
    if (!scenario.posts) explained.push(await explain(url, scenario.path, statements));
  }
  for (const path of lists) {
    const statements = await orProblem(() => capture(bench, requestOf(bench.port, path, bench.cookie)));
    if (statements) explained.push(await explain(url, path, statements));
  }
  return explained;
}

async function profileOf(bench: Bench): Promise<ProfileShares> {
  const load = { ...requestOf(bench.port, `/proposals/${busy.twenty}`, bench.cookie), count: 300 };
  await bench.load.ask<LoadResult>(load); // compiled and warm, as it is after a minute of use
  await bench.server.ask({ do: "profile" });
  await bench.load.ask<LoadResult>(load);
  return bench.server.ask<ProfileShares>({ do: "profiled" });
}

async function orProblem<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    problems.push(error instanceof Error ? error.message : String(error));
    return undefined;
  }
}

function seconds(): string {
  return ((performance.now() - began) / 1000).toFixed(0);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
