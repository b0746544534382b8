import type { Imported } from "../../import-export/commands/import-plans";
import { trackers } from "../../import-export/tracker-address";
import { done, type Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import { type Answer, type Call, type Command, expectWords, UsageError } from "../command";
import { readText } from "../read-text";
import { withDatabase } from "../with-database";

const usage = "npm run portal -- import pagure|gitlab <file|-|address>";

export const importCommand: Command = {
  name: "import",
  summary: "Take over the threads of a tracker",
  help: `${usage}

Reads issues as the tracker's API returns them (docs/pagure-format.md, docs/gitlab-format.md): from a file, with - from standard
input, or from the tracker itself by the address of a project or of one issue, such as
https://gitlab.example/group/project. A file with a fault is not imported at all. Importing again adds only what is new, and an
import by address that broke off goes on where it was. The tracker is asked no faster than it allows.

IMPORT_TOKEN  is shown to the tracker, and brings private issues too; they become what only the board reads.
OUTGOING_ALLOWED  has to name a tracker in a private network, or one without https.`,
  run: runImport,
};

const actor: Actor = { kind: "system", name: "import" };

async function runImport(call: Call): Promise<Result<Answer>> {
  const [word, from = ""] = expectWords(call, 2, usage);
  const tracker = trackers.find((each) => each === word);
  if (!tracker) throw new UsageError(`There is no import from ${word}. Usage: ${usage}`);
  const imported = await (/^https?:\/\//.test(from) ? byAddress(tracker, from) : byFile(tracker, from));
  return imported.ok ? done({ lines: sentences(imported.value), data: { ...imported.value } }) : imported;
}

async function byAddress(tracker: (typeof trackers)[number], address: string): Promise<Result<Imported>> {
  return withDatabase(async () => {
    const { importFromAddress } = await import("../../import-export/commands/import-from-address");
    const onPage = ({ created, updated, unchanged }: Imported) => {
      process.stderr.write(`${created + updated + unchanged} threads …\n`);
    };
    return importFromAddress(actor, { tracker, address, onPage });
  });
}

async function byFile(tracker: (typeof trackers)[number], file: string): Promise<Result<Imported>> {
  const text = await readText(file);
  if (!text.ok) return text;
  return withDatabase(async () => {
    if (tracker === "pagure") {
      const { importPagure } = await import("../../import-export/commands/import-pagure");
      return importPagure(actor, text.value);
    }
    const { importGitlab } = await import("../../import-export/commands/import-gitlab");
    return importGitlab(actor, text.value);
  });
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
