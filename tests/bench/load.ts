import { randomUUID } from "node:crypto";
import { Agent, request } from "node:http";
import { answerQuestions } from "./child";

// Asks the same thing a bounded number of times, over connections that stay open, in a process of its own.

export interface Load {
  port: number;
  path: string;
  method?: string;
  headers?: Record<string, string>;
  /** Posted each time, with a fresh submission key in the place of this mark. */
  body?: string;
  concurrency: number;
  count: number;
  /** What it has to answer; anything else is a failure. */
  status: number;
}

export interface LoadResult {
  perSecond: number;
  p50: number;
  p99: number;
  failures: string[];
}

export const keyMark = "BENCH-SUBMISSION-KEY";

answerQuestions<Load>(async (load) => {
  const agent = new Agent({ keepAlive: true, maxSockets: load.concurrency });
  const times: number[] = [];
  const failures: string[] = [];
  let left = load.count;
  const began = performance.now();
  const worker = async () => {
    while (left > 0) {
      left -= 1;
      const start = performance.now();
      const status = await once(agent, load);
      times.push(performance.now() - start);
      if (status !== load.status) failures.push(`${load.path} answered ${status}`);
    }
  };
  await Promise.all(Array.from({ length: load.concurrency }, worker));
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  times.sort((a, b) => a - b);
  return { perSecond: times.length / seconds, p50: at(times, 0.5), p99: at(times, 0.99), failures };
});

function once(agent: Agent, load: Load): Promise<number> {
  const { port, path, method = "GET", headers = {}, body } = load;
  const sent = body?.replaceAll(keyMark, randomUUID());
  const length = sent === undefined ? {} : { "content-length": Buffer.byteLength(sent) };
  return new Promise((ok, fail) => {
    const options = { agent, host: "127.0.0.1", port, path, method, headers: { ...headers, ...length } };
    request(options, (response) => {
      response.resume().on("end", () => ok(response.statusCode ?? 0));
    })
      .on("error", fail)
      .end(sent);
  });
}

function at(sorted: number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}
