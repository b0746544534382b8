import pg from "pg";
import { startEmbedded } from "../../db/embedded";
import { readMigrations } from "../../db/migrate";
import { env } from "../../env";
import { done, type Result, refuse } from "../../result";
import { loadDotEnv } from "../../server/dot-env";
import { type Answer, type Call, type Command, expectWords } from "../command";

const usage = "npm run portal -- doctor";

export const doctorCommand: Command = {
  name: "doctor",
  summary: "Say what is well and what is not",
  help: `${usage}

Looks at the settings, the database, its migrations and the job queue. Changes nothing.`,
  run: runDoctor,
};

interface Finding {
  well: boolean;
  sentence: string;
}

async function runDoctor(call: Call): Promise<Result<Answer>> {
  expectWords(call, 0, usage);
  loadDotEnv();
  const settings = env();
  const embedded = settings.DATABASE_URL ? undefined : await startEmbedded(`${settings.DATA_DIR}/postgres`);
  try {
    const findings = await examine(settings.DATABASE_URL ?? embedded?.url ?? "");
    const lines = findings.map(({ well, sentence }) => `${well ? "ok" : "NOT OK"}  ${sentence}`);
    if (findings.every(({ well }) => well)) return done({ lines, data: { findings } });
    return refuse("refused", lines.join("\n"));
  } finally {
    await embedded?.stop();
  }
}

async function examine(url: string): Promise<Finding[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {}); // the query that is running says it better
  const settings = { well: true, sentence: "The settings can be used." };
  try {
    await client.connect();
    const answers = { well: true, sentence: "The database answers." };
    return [settings, answers, await migrationsOf(client), await queueOf(client)];
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
