import { done, type Result, refuse } from "../../result";
import { type Answer, type Call, type Command, expectWords } from "../command";
import { withDatabase } from "../with-database";

const usage = "npm run portal -- seed";

export const seedCommand: Command = {
  name: "seed",
  summary: "Fill an empty database with the demo's story",
  help: `${usage}

Plays the demo's story through the portal's own commands. A database that holds anything is left as it is.`,
  run: runSeed,
};

async function runSeed(call: Call): Promise<Result<Answer>> {
  expectWords(call, 0, usage);
  return withDatabase(async () => {
    const { isEmpty, seedDemo } = await import("../../../prisma/seed/index");
    if (!(await isEmpty())) {
      return refuse("refused", "The database already holds something, so the demo was not put into it.");
    }
    await seedDemo();
    return done({ lines: ["The demo's story is in the database."], data: {} });
  });
}
