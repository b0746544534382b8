import { done, type Result } from "../../result";
import { type Answer, type Call, type Command, expectWords } from "../command";
import { withDatabase } from "../with-database";

const usage = "npm run portal -- migrate";

export const migrateCommand: Command = {
  name: "migrate",
  summary: "Bring the database up to this release",
  help: `${usage}

Applies the migrations that the database does not have yet, and the tables of the job queue. Two at once are safe.`,
  run: runMigrate,
};

async function runMigrate(call: Call): Promise<Result<Answer>> {
  expectWords(call, 0, usage);
  const applied = await withDatabase(async (prepared) => prepared.applied);
  const lines =
    applied.length > 0 ? applied.map((name) => `Applied ${name}.`) : ["Everything is up to date."];
  return done({ lines, data: { applied } });
}
