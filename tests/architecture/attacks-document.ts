import { kinds } from "../e2e/attacks/all";
import { type Attack, isOne, type Kind } from "../e2e/attacks/attack";

/** docs/attacks.md, whole: what is tried against the portal, and what comes back. */
export function attacksDocument(): string {
  const count = kinds.reduce((sum, { attacks }) => sum + attacks.length, 0);
  return [
    "# Attacks",
    "",
    `${count} ways to harm the portal or somebody in it, each with what was tried and what came back. Written by \`npm run docs\``,
    "from the tables in `tests/e2e/attacks`; `npm test` sends every one of them to the built portal with the demo's story and",
    "asserts each status, each quoted word and each sentence below. Of every attack it asserts besides that nothing was written",
    "to any table of the database (but where “writes” says so), and that no answer holds the portal's secret, a piece of its",
    "source, or the title of anything that is for the board only.",
    ...kinds.flatMap(chapter),
    "",
  ].join("\n");
}

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
