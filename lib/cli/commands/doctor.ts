import pg from "pg";
import { type Finding, findingsOfChain } from "../../audit/chain/findings";
import { startEmbedded } from "../../db/embedded";
import { readMigrations } from "../../db/migrate";
import { env } from "../../env";
import { done, type Result, refuse } from "../../result";
import { loadDotEnv } from "../../server/dot-env";
import { type Answer, type Call, type Command, expectWords } from "../command";

const usage = "npm run portal -- doctor [--head <hash>]";

export const doctorCommand: Command = {
  name: "doctor",
  summary: "Say what is well and what is not",
  help: `${usage}

Looks at the settings, the database, its migrations, the job queue, and the chain of hashes over all that was recorded.
Changes nothing, except that it seals what happened in the last minute and notes when it looked.

--head  a hash that was written down earlier, or at least its first 16 characters: is it still in the chain?`,
  options: { head: { type: "string" } },
  run: runDoctor,
};

async function runDoctor(call: Call): Promise<Result<Answer>> {
  expectWords(call, 0, usage);
  const head = typeof call.options.head === "string" ? call.options.head.toLowerCase() : undefined;
  if (head !== undefined && !/^[0-9a-f]{16,64}$/.test(head)) {
    return refuse(
      "invalid",
      "Give the hash as doctor printed it: at least its first 16 characters, 0-9 and a-f.",
    );
  }
  loadDotEnv();
  const settings = env();
  const embedded = settings.DATABASE_URL ? undefined : await startEmbedded(`${settings.DATA_DIR}/postgres`);
  try {
    const findings = await examine(settings.DATABASE_URL ?? embedded?.url ?? "", head);
    const lines = findings.map(({ well, sentence }) => `${well ? "ok" : "NOT OK"}  ${sentence}`);
    if (findings.every(({ well }) => well)) return done({ lines, data: { findings } });
    return refuse("refused", lines.join("\n"));
  } finally {
    await embedded?.stop();
  }
}

async function examine(url: string, head: string | undefined): Promise<Finding[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {}); // the query that is running says it better
  const settings = { well: true, sentence: "The settings can be used." };
  try {
    await client.connect();
    const answers = { well: true, sentence: "The database answers." };
    const findings = [settings, answers, await migrationsOf(client), await queueOf(client)];
    if (await exists(client, 'public."Seal"')) findings.push(...(await findingsOfChain(client, head)));
    return findings;
  } catch (error) {
    const reason = error instanceof Error ? error.message || String(error) : String(error);
    return [settings, { well: false, sentence: `The database does not answer: ${reason}` }];
  } finally {
    await client.end().catch(() => {}); // it may never have begun
  }
}

async function migrationsOf(client: pg.Client): Promise<Finding> {
  if (!(await exists(client, "public._prisma_migrations"))) {
    return { well: false, sentence: "The database has no tables yet. Run: npm run portal -- migrate" };
  }
  const { rows } = await client.query<{ name: string; checksum: string }>(
    `SELECT migration_name AS name, checksum FROM "_prisma_migrations"
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
  );
  const applied = new Map(rows.map(({ name, checksum }) => [name, checksum]));
  const known = readMigrations();
  const missing = known.filter(({ name, checksum }) => applied.get(name) !== checksum);
  if (missing.length === 0) return { well: true, sentence: `All ${known.length} migrations are applied.` };
  const names = missing.map(({ name }) => name).join(", ");
  return {
    well: false,
    sentence: `Missing, or applied as another text: ${names}. Run: npm run portal -- migrate`,
  };
}

async function queueOf(client: pg.Client): Promise<Finding> {
  if (!(await exists(client, "graphile_worker._private_jobs"))) {
    return { well: false, sentence: "The job queue has no tables yet. Run: npm run portal -- migrate" };
  }
  const { rows } = await client.query<{ failed: number }>(
    "SELECT count(*)::int AS failed FROM graphile_worker.jobs WHERE attempts >= max_attempts",
  );
  const failed = rows[0]?.failed ?? 0;
  if (failed === 0) return { well: true, sentence: "The job queue is there, and no job was given up." };
  return { well: false, sentence: `The job queue has given up on ${failed} jobs.` };
}

async function exists(client: pg.Client, table: string): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>("SELECT to_regclass($1) IS NOT NULL AS there", [
    table,
  ]);
  return rows[0]?.there === true;
}
