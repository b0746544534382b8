import { cpus } from "node:os";
import { type LiveMeasured, liveWords } from "./live";
import type { Measured, Numbers } from "./measure";
import type { Explained } from "./plans";
import type { ProfileShares } from "./profile-shares";

export interface Results {
  measured: Measured[];
  explained: Explained[];
  profile: ProfileShares;
  problems: string[];
  live?: LiveMeasured;
}

const one = (value: number) => value.toFixed(1);
const kilo = (bytes: number) => `${one(bytes / 1000)} kB`;

/** The table that is printed, and that docs/performance.md shows. */
export function table(measured: Measured[]): string {
  const head =
    "| Page | Readers | Requests/s | p50 ms | p99 ms | CPU ms | Floor requests/s | Floor p50 | Floor CPU | CPU to floor | Queries | HTML | Script, gzip |";
  const rule = head.replace(/[^|]+/g, " --- ");
  return [head, rule, ...measured.flatMap(rows)].join("\n");
}

function rows({ scenario, page, floor, queries, bytes, script }: Measured): string[] {
  return page.map((numbers, place) => {
    const below = floor[place] as Numbers; // measured in pairs
    const once = place === 0 ? [String(queries), bytes ? kilo(bytes) : "–", kilo(script)] : ["", "", ""];
    const own = [String(Math.round(numbers.perSecond)), one(numbers.p50), one(numbers.p99), one(numbers.cpu)];
    const theirs = [
      String(Math.round(below.perSecond)),
      one(below.p50),
      below.cpu.toFixed(2),
      `${one(numbers.cpu / below.cpu)} ×`,
    ];
    return `| ${[place === 0 ? scenario.name : "", String(numbers.concurrency), ...own, ...theirs, ...once].join(" | ")} |`;
  });
}

/** docs/performance.md, whole. */
export function document({ measured, explained, profile, problems, live }: Results): string {
  return `# Performance

Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}; do not edit it. Run it again after a change that could cost something.

## How it was measured

A fresh database in an embedded PostgreSQL of its own (\`.data/bench\`), filled in bulk with 20,000 proposals with 6 comments each (one with 20, one with 100, one with 1,000), their questions, asks and events, 200 meetings with 8 items each, 40,000 tickets, and a region with 300 tickets under 19 capabilities, 100 hosts, a dozen incidents and half a year of moves. The server is the one that \`npm start\` starts, built for production. Each page is read by one reader after another, then by sixteen at once, from a process of its own, over connections that stay open.

The floor beside it is a bare \`node:http\` server in a process of its own, measured in the same minute: it runs the very statements that the page was seen to ask (caught at the driver), on one connection, and writes a string of the page's size. “CPU” is the processor time of the answering process for one request, its garbage collector and helper threads included; the database's own time is not in it, on either side. “Creating a comment” is the page's real form, posted as a browser without JavaScript posts it: from the cookie to the redirect, with its event and its outbox job.

The machine: ${cpus().length} cores, Node ${process.version}, shared by the server, the database and whoever asks; figures at sixteen readers are therefore those of all three together.

## Pages

${table(measured)}

The limits that the bench holds: no page with more than 8 queries; a signed-in proposal page with 20 comments below 90 kB of HTML; no page with more than 150 kB of script. The aim for that page's processor time is 9 ms, of which a dynamic page of the framework without any content takes 4 to 4.4.

${problems.length > 0 ? `What this run found wrong:\n\n${problems.map((each) => `- ${each}`).join("\n")}` : "This run found nothing wrong."}

${live ? `## A meeting that is followed\n\n${liveWords(live)}\n` : ""}
## Where the processor's time goes

The signed-in proposal page with 20 comments, one request after another, sampled every half millisecond:

| Part | Share |
| --- | --- |
${profile.parts.map(({ part, percent }) => `| ${part} | ${one(percent)} % |`).join("\n")}

The functions that cost most by themselves:

| Function | Share |
| --- | --- |
${profile.functions.map(({ part, percent }) => `| \`${part}\` | ${one(percent)} % |`).join("\n")}

## What keeps it quick

- One query for what a page shows, not one for each relation; lists by keyset, so that the page after 15,000 entries costs what the first one costs.
- Markdown is rendered when it is written; showing it is writing a string.
- Flat markup, few server components in a row, short class names: React writes everything twice, as HTML and as the payload that the browser takes over. Where hundreds of entries come at once (the timeline, a region's tickets) they are one string of HTML, made by \`components/ui/html.ts\`, which escapes whatever it is given.
- Who is asking is read once for each request, by one query. A cookie is decrypted when it comes for the first time; its session is looked up each time.
- The hot queries go straight to the driver as prepared statements (\`lib/db/read.ts\`): the database plans them once for each connection, and not once for each page.
- What a reader may see is asked of each row's proposal (\`coalesce((SELECT …), true)\`), not by \`IN\` or \`EXISTS\` beside an \`OR\`: those made the database gather all proposals first, 200 ms for a list of 25 tickets.
- Answers are not compressed by this process: a reverse proxy does it better and cheaper.

## Plans

What each page asks of the database, by the nodes of its plan and the indexes that they use; what a page shares with one above it is not repeated. No table of more than 2,000 rows is read from end to end, or the bench fails.

${plansOnce(explained)}
`;
}

/** Most pages ask who is reading, for instance: each plan is shown where it comes up first. */
function plansOnce(explained: Explained[]): string {
  const seen = new Set<string>();
  const pages = explained.map(({ path, plans }) => {
    const fresh = plans.filter((plan) => !seen.has(plan));
    for (const plan of fresh) seen.add(plan);
    return fresh.length > 0 ? [`- \`${path}\``, ...fresh.map((plan) => `  - ${plan}`)].join("\n") : "";
  });
  return pages.filter(Boolean).join("\n");
}
