import { kinds } from "../e2e/attacks/all";
import { type Attack, isOne, type Kind } from "../e2e/attacks/attack";

/** docs/attacks.md, whole: what is tried against the portal, and what comes back. */
export function attacksDocument(): string {
  const count = kinds.reduce((sum, { attacks }) => sum + attacks.length, 0);
  return [
    "# Attacks",
    "",
    `${count} ways to harm the portal or somebody in it, each with what was tried and what came back. Written by \`npm run docs\``,
    "from the tables in `tests/e2e/attacks`; `npm test` sends every one of them to the built portal with the demo's story (the last",
    "chapter to one with a real OpenID provider) and asserts each status, each quoted word and each sentence below. Of every attack",
    "it asserts besides that nothing was written to any table of the database (but to the audit, and where “writes” says so), and",
    "that no answer holds the portal's secret, a piece of its source, or the title of anything that is for the board only.",
    "",
    "Slow attacks, whose end is a time limit of a minute, are sent to the same walls with shorter limits:",
    "`tests/unit/server/slow-and-large.test.ts`.",
    ...kinds.flatMap(chapter),
    ...fuzzing,
    "",
  ].join("\n");
}

/** As it was measured, by hand: `npm run fuzz` takes minutes. */
const fuzzing = [
  "",
  "## Fuzzing",
  "",
  "`npm run fuzz` sends every operation of the API forty bodies or queries made from its schema, fitting and broken, by six kinds of",
  "callers in turn; `npm test` sends one of each. No answer may be a fault of ours, a refused request may record no event, and",
  "afterwards nothing may be lost: append-only rows are what they were, no number is given twice, no status has changed without its",
  "event, no event tells of a thing that is not there, and no title for the board only was in an answer for anybody else.",
  "",
  "Measured on 29 November 2026, on two cores that one other job shared at times: 12,040 requests in 83 s. Answers: 200 2,113 times,",
  "201 28, 400 2,152, 401 1,506, 403 1,643, 404 589, 409 261, 412 54, 422 3,680, 428 14, none of 500 and above. Nothing was lost. Memory",
  "of the process 393 MB before, 536 MB after; of an earlier run of 400 s under much load 357 MB before, 364 MB after.",
];

function chapter({ title, file, attacks }: Kind): string[] {
  const rows = attacks.map((attack, place) => row(attack, place + 1));
  return [
    "",
    `## ${title}`,
    "",
    `\`tests/e2e/attacks/${file}\``,
    "",
    "| | Tried | Came back |",
    "|---|---|---|",
    ...rows,
  ];
}

function row(attack: Attack, number: number): string {
  const also = Object.keys(attack.also ?? {});
  const writes = attack.writes ? [`Writes: ${attack.writes.join(", ")}.`] : [];
  return `| ${number} | ${cell(attack.tried)} | ${cell([came(attack.back), ...also, ...writes].join(" "))} |`;
}

function came(back: Attack["back"]): string {
  const all = isOne(back) ? [back] : back;
  return `${all.map(([status, words]) => (status === 0 ? "the connection is closed" : `${status}${words && ` “${words}”`}`)).join(", then ")}.`;
}

/** A table's cell is one line, and a bar would end it. */
function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll(/\s+/g, " ").replaceAll("<", "&lt;");
}
