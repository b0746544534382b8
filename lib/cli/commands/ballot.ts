import { done, type Result, refuse } from "../../result";
import { type Answer, type Call, type Command, expectWords, UsageError } from "../command";
import { theCommandLine } from "../command-line";
import { withDatabase } from "../with-database";

const usage = "npm run portal -- ballot close [<id>]";

export const ballotCommand: Command = {
  name: "ballot",
  summary: "Close ballots that are over",
  help: `${usage}

Closes the ballot of that number if its rule set says that it is over, and says what it still needs if not. Without a
number, every ballot that is over: what the portal does by itself each minute.`,
  run: runBallot,
};

async function runBallot(call: Call): Promise<Result<Answer>> {
  const [deed, ...words] = call.words;
  if (deed !== "close") throw new UsageError(`Usage: ${usage}`);
  if (words.length === 0) return closeAll();
  const [word = ""] = expectWords({ ...call, words }, 1, usage);
  if (!/^[1-9]\d{0,8}$/.test(word))
    return refuse("invalid", "Give the number of a ballot, as in its address.");
  const closed = await withDatabase(async () => {
    const { closeBallot } = await import("../../decisions/commands/close-ballot");
    return closeBallot(theCommandLine, Number(word));
  });
  if (!closed.ok) return closed;
  const { ballot, result } = closed.value;
  return done({
    lines: [`Ballot ${ballot} is closed: ${result.replace("_", " ")}.`],
    data: { ballot, result },
  });
}

async function closeAll(): Promise<Result<Answer>> {
  const closed = await withDatabase(async () => {
    const { closeDueBallots } = await import("../../decisions/commands/close-ballot");
    return closeDueBallots();
  });
  return done({ lines: [`${closed} ${closed === 1 ? "ballot" : "ballots"} closed.`], data: { closed } });
}
