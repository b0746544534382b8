import type { Imported } from "../../import-export/commands/import-pagure";
import { done, type Result } from "../../result";
import { type Answer, type Call, type Command, expectWords, UsageError } from "../command";
import { readText } from "../read-text";
import { withDatabase } from "../with-database";

const usage = "npm run portal -- import pagure <file|->";

export const importCommand: Command = {
  name: "import",
  summary: "Take over the threads of a tracker",
  help: `${usage}

Reads one issue, or a list of issues, as Pagure's API returns them (docs/pagure-format.md), from a file or, with -,
from standard input. A file with a fault is not imported at all. Importing again adds only what is new.`,
  run: runImport,
};

async function runImport(call: Call): Promise<Result<Answer>> {
  const [tracker, file = ""] = expectWords(call, 2, usage);
  if (tracker !== "pagure") throw new UsageError(`There is no import from ${tracker}. Usage: ${usage}`);
  const text = await readText(file);
  if (!text.ok) return text;
  const imported = await withDatabase(async () => {
    const { importPagure } = await import("../../import-export/commands/import-pagure");
    return importPagure({ kind: "system", name: "import" }, text.value);
  });
  return imported.ok ? done({ lines: sentences(imported.value), data: { ...imported.value } }) : imported;
}

function sentences(imported: Imported): string[] {
  const { created, updated, unchanged, comments, events, questionsOffered } = imported;
  return [
    `Threads: ${created} new, ${updated} with something new, ${unchanged} as they were.`,
    `Added: comments ${comments}, notes of changes ${events}, sentences offered as questions ${questionsOffered}.`,
    ...imported.proposals
      .filter(({ keptNumber }) => !keptNumber)
      .map(
        ({ sourceKey, number }) => `${sourceKey} is proposal ${number} here, because its number was taken.`,
      ),
  ];
}
