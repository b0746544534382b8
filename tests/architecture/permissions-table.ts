import { keysOf } from "@/lib/keys-of";
import { type Audience, everybody, isByMove, whoTries } from "../../lib/api/audience";
import { hidden } from "../../lib/api/hidden";
import type { Operation } from "../../lib/api/operation";
import { type Domain, domains } from "../../lib/api/registry";

const line = `|---|${":-:|".repeat(everybody.length)}---|`;

/** docs/permissions.md, whole: for each domain, who may do what. */
export function permissionsTable(): string {
  return [
    "# Who may do what",
    "",
    "Written by `npm run docs` from the audiences in `lib/api/operations/*.ts`; CI checks that it is fresh. The decision is made",
    "by the policies next to the data; `tests/integration/permissions` send one person of each column to try every row, and",
    "fail where a policy says something else than this table.",
    "",
    ...legend,
    ...whatIsHidden(),
    ...keysOf(domains).flatMap(chapter),
    "",
  ].join("\n");
}

const legend = [
  "- **●** may do it, with anything of that kind that they can see.",
  "- **○** may do it where the thing is theirs, or in the case that the last column names.",
  "- Nothing: is refused. What somebody may not see is *not found* for them; signed out, they are asked to sign in.",
  "",
  "*Requester* and *co-author* are those of the proposal at hand, *requester* also who asked for the ticket at hand. *SIG chair*",
  "and *SIG member* are those of its SIG: being the chair gives no say over a proposal that another member wrote",
  "([ADR 012](adr/012-co-authors-write-the-requester-commits.md)); the chair writes proposals as its requester. *Sponsor* is who",
  "brings the proposal to the board, here as the chair of another SIG: a sponsor who is a director may what directors may.",
  "*Operator* is one of the region at hand. Who holds several roles may what each of them may. Whose account has ended is signed out.",
];

function whatIsHidden(): string[] {
  const header = ["", ...everybody.map((who) => whoTries[who]), "Who, in words"];
  return [
    "",
    "## What is not for everybody",
    "",
    "A ● in the chapters below holds for what somebody can see. What of the following they cannot see is not there for them: not by",
    "its address, and not in lists, counts, searches, histories and exports.",
    "",
    row(header),
    line,
    ...Object.values(hidden).map(({ what, who }) => rowOf(what, who)),
  ];
}

function chapter(domain: Domain): string[] {
  const heading = titles[domain];
  const header = ["", ...everybody.map((who) => whoTries[who]), "Who, in words"];
  return ["", `## ${heading}`, "", row(header), line, ...domains[domain].flatMap(rowsOf)];
}

/** A row for each deed; where a path ends in a move, for each move. */
function rowsOf(operation: Operation): string[] {
  const { who, summary, method, path } = operation;
  const title = `<abbr title="${method} ${path}">${summary}</abbr>`;
  if (!isByMove(who)) return [rowOf(title, who)];
  return Object.entries(who).map(([move, audience]) => rowOf(`${title}: \`${move}\``, audience));
}

function rowOf(title: string, audience: Audience): string {
  const marks = everybody.map((who) => {
    if (audience.may.includes(who)) return "●";
    return audience.own.includes(who) ? "○" : "";
  });
  return row([title, ...marks, sentenceCase(audience.says)]);
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const titles: Readonly<Record<Domain, string>> = {
  proposals: "Proposals",
  "proposal-parts": "What belongs to a proposal",
  discussion: "Discussion",
  questions: "Questions and concerns",
  materials: "Materials",
  slots: "Time in meetings, and ACTIONs",
  meetings: "Meetings",
  agenda: "Agenda",
  session: "A meeting as it is held",
  minutes: "Minutes",
  ballots: "Motions and ballots",
  decisions: "Decisions",
  split: "The split",
  tickets: "Tickets",
  "ticket-work": "Around tickets",
  regions: "Regions",
  "region-work": "Incidents and hosts",
  "region-roles": "Roles of a region",
  workloads: "Workloads",
  people: "People and bodies",
  claims: "Claims of placeholders",
  reader: "One’s own",
  audit: "Audit",
};
