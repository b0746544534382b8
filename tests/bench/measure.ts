import type { Child } from "./child";
import type { Captured } from "./inside-server";
import type { Load, LoadResult } from "./load";
import type { Scenario } from "./scenarios";
import { postedComment } from "./texts";
import { type FormPost, formPost, scriptBytes, timelineBytes, visit } from "./visit";

export interface Bench {
  server: Child;
  floor: Child;
  load: Child;
  origin: string;
  port: number;
  floorPort: number;
  cookie: string;
}

export interface Numbers extends LoadResult {
  concurrency: number;
  /** Milliseconds of processor time for one request, of the process that answers. */
  cpu: number;
}

export interface Measured {
  scenario: Scenario;
  bytes: number;
  /** Bytes of HTML of the discussion in it; 0 where there is none. */
  timeline: number;
  script: number;
  queries: number;
  statements: Captured[];
  page: Numbers[];
  floor: Numbers[];
}

const warmUps = 40;
const counts = { page: { 1: 150, 16: 480 }, floor: { 1: 300, 16: 1600 } } as const;

/** One page, with one reader and with sixteen at once, beside its floor in the same minute. */
export async function measure(bench: Bench, scenario: Scenario): Promise<Measured> {
  const cookie = scenario.signedIn ? bench.cookie : "";
  const page = await visit(bench.origin, scenario.path, cookie);
  if (page.status !== 200 || !page.html.includes(scenario.shows)) {
    throw new Error(`${scenario.path} answered ${page.status}, without “${scenario.shows}”.`);
  }
  const post = scenario.posts ? formPost(bench.origin, page.html, scenario.posts, postedComment) : undefined;
  const asked = await capture(bench, { ...requestOf(bench.port, scenario.path, cookie, post), count: 1 });
  const bytes = post ? 0 : page.bytes;
  await bench.floor.ask({ do: "serve", statements: asked, bytes });
  return {
    scenario,
    bytes,
    timeline: timelineBytes(page.html),
    script: await scriptBytes(bench.origin, page.html),
    queries: post ? asked.length : page.queries,
    statements: asked,
    page: await both(bench, bench.server, requestOf(bench.port, scenario.path, cookie, post), counts.page),
    floor: await both(bench, bench.floor, requestOf(bench.floorPort, "/", ""), counts.floor),
  };
}

/** What one request asks of the database. */
export async function capture(bench: Bench, load: Load): Promise<Captured[]> {
  await bench.load.ask<LoadResult>(load); // the first visit warms what is warm for every other
  await bench.server.ask({ do: "capture" });
  const { failures } = await bench.load.ask<LoadResult>(load);
  if (failures[0]) throw new Error(failures[0]);
  return bench.server.ask<Captured[]>({ do: "captured" });
}

export function requestOf(port: number, path: string, cookie: string, post?: FormPost): Load {
  const headers = { ...(cookie && { cookie }), accept: "text/html", ...post?.headers };
  const request = { port, path, headers, concurrency: 1, count: 1 };
  return post ? { ...request, method: "POST", body: post.body, status: 303 } : { ...request, status: 200 };
}

async function both(
  bench: Bench,
  child: Child,
  load: Load,
  count: { 1: number; 16: number },
): Promise<Numbers[]> {
  await bench.load.ask({ ...load, concurrency: 4, count: warmUps });
  return [
    await numbers(bench, child, { ...load, count: count[1] }),
    await numbers(bench, child, { ...load, concurrency: 16, count: count[16] }),
  ];
}

async function numbers(bench: Bench, child: Child, load: Load): Promise<Numbers> {
  const before = await child.ask<number>({ do: "cpu" });
  const result = await bench.load.ask<LoadResult>(load);
  const after = await child.ask<number>({ do: "cpu" });
  if (result.failures.length > 0)
    throw new Error(`${result.failures.length} of ${load.count} failed: ${result.failures[0]}`);
  return { ...result, concurrency: load.concurrency, cpu: (after - before) / load.count };
}
