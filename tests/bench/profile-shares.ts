import type { Profiler } from "node:inspector";

export interface Share {
  part: string;
  percent: number;
}

export interface ProfileShares {
  parts: Share[];
  /** The functions that cost most by themselves. */
  functions: Share[];
}

/** Where a file belongs, by its address; the first that fits. */
const parts: readonly [match: RegExp, part: string][] = [
  [/app-page[^/]*\.runtime/, "React and Next: rendering to HTML and to the flight payload"],
  [/node_modules[\\/]next[\\/]/, "Next: routing, requests, answers"],
  [/node_modules[\\/](@prisma|prisma)|query_compiler|lib[\\/]db[\\/]generated/, "Prisma"],
  [/node_modules[\\/](pg|pg-[a-z]+|postgres-[a-z]+)[\\/]/, "the PostgreSQL driver"],
  [/node_modules[\\/](jose|@panva|@auth|next-auth)[\\/]/, "reading the cookie"],
  [/\.next[\\/](server|build)/, "the portal's pages, with what is bundled into them"],
  [/lib[\\/](server|db|log)/, "the portal's server"],
  [/^node:/, "Node's own modules"],
];

/** Adds up the samples of a profile by the part of the server that they fell into. Waiting is not counted. */
export function profileShares({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): ProfileShares {
  const byId = new Map(nodes.map((node) => [node.id, node.callFrame]));
  const partTimes = new Map<string, number>();
  const functionTimes = new Map<string, number>();
  samples.forEach((id, place) => {
    const frame = byId.get(id);
    if (!frame || frame.functionName === "(idle)" || frame.functionName === "(program)") return;
    add(partTimes, partOf(frame), timeDeltas[place] ?? 0);
    add(functionTimes, nameOf(frame), timeDeltas[place] ?? 0);
  });
  return { parts: shares(partTimes, 12), functions: shares(functionTimes, 25) };
}

function partOf({ functionName, url }: { functionName: string; url: string }): string {
  if (functionName === "(garbage collector)") return "collecting garbage";
  if (!url) return "the engine's built-in functions";
  return parts.find(([match]) => match.test(url))?.[1] ?? "other packages";
}

function nameOf({
  functionName,
  url,
  lineNumber,
}: {
  functionName: string;
  url: string;
  lineNumber: number;
}) {
  return `${functionName || "(anonymous)"} ${url.split(/[\\/]/).slice(-2).join("/")}:${lineNumber + 1}`;
}

function add(times: Map<string, number>, key: string, time: number): void {
  times.set(key, (times.get(key) ?? 0) + time);
}

function shares(times: Map<string, number>, most: number): Share[] {
  const total = [...times.values()].reduce((sum, time) => sum + time, 0) || 1;
  const sorted = [...times].sort(([, a], [, b]) => b - a).slice(0, most);
  return sorted.map(([part, time]) => ({ part, percent: (100 * time) / total }));
}
