import { type DrawnMachine, machines } from "./machines";

/** docs/states.md, whole: a diagram and a table for each machine. */
export function stateDiagrams(): string {
  return [
    "# States and moves",
    "",
    "Written by `npm run docs` from the machines in `lib/*/machine.ts`; CI checks that it is fresh. A status changes only by",
    "one of these moves, and each move writes the event named beside it.",
    ...machines.flatMap(chapter),
    "",
  ].join("\n");
}

function chapter(machine: DrawnMachine): string[] {
  return ["", `## ${sentenceCase(machine.subject)}`, "", ...diagram(machine), "", ...table(machine)];
}

function diagram({ initial, statuses, moves }: DrawnMachine): string[] {
  const named = Object.entries(statuses).map(([status, label]) => `  ${status}: ${label}`);
  const arrows = Object.values(moves).flatMap(({ from, to, label }) =>
    from.map((start) => `  ${start} --> ${to}: ${label}`),
  );
  return ["```mermaid", "stateDiagram-v2", `  [*] --> ${initial}`, ...named, ...arrows, "```"];
}

function table({ moves, statuses }: DrawnMachine): string[] {
  const rows = Object.values(moves).map(({ label, from, to, by, needs, records }) => {
    const start = from.map((status) => statuses[status]).join(", ");
    return `| ${label} | ${start} | ${statuses[to]} | ${by.who} | ${needs ?? ""} | \`${records}\` |`;
  });
  return ["| Move | From | To | By | Needs | Records |", "|---|---|---|---|---|---|", ...rows];
}

function sentenceCase(subject: string): string {
  const words = subject.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
