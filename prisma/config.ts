import { fileURLToPath } from "node:url";
import { defineConfig } from "prisma/config";
import { startEmbedded } from "../lib/db/embedded";
import { loadDotEnv } from "../lib/server/dot-env";

// Prisma's command line downloads a native schema engine from a host of its own. Ours is the official WASM build from
// npm, so that generate, validate and migrate work wherever npm does.
if (process.platform !== "win32") {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= fileURLToPath(
    new URL("../lib/db/schema-engine.mjs", import.meta.url),
  );
}
process.env.PRISMA_HIDE_UPDATE_MESSAGE ??= "1";
loadDotEnv();

const needsDatabase = process.argv.some((word) => ["migrate", "db", "studio"].includes(word));

async function databaseUrl(): Promise<string> {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL;
  if (!needsDatabase) return "postgresql://localhost/none"; // generate, validate and format ask for none
  const folder = `${process.env.DATA_DIR || ".data"}/postgres`;
  return (await startEmbedded(folder, { guest: false })).url;
}

export default defineConfig({
  schema: "schema",
  migrations: { path: "migrations" },
  datasource: { url: await databaseUrl() },
});
