import { createServer } from "node:http";
import { describe, expect, it } from "vitest";
import { db, pool } from "@/lib/db/client";
import { countAgainst } from "@/lib/db/rate-limits";
import { measure } from "@/lib/metrics/measure";
import { writeMetrics } from "@/lib/metrics/write-metrics";
import { portOf } from "@/lib/server/listen";
import { aProposal } from "../../factories/proposals";

/** What a line of the metrics says; the sum of all lines of that name and these labels. */
async function value(name: string, labels = ""): Promise<number> {
  const { text } = await writeMetrics();
  const lines = text
    .split("\n")
    .filter((line) => line.startsWith(`${name}${labels}`) && /[{ ]/.test(line[name.length] ?? ""));
  return lines.reduce((sum, line) => sum + Number(line.split(" ").at(-1)), 0);
}

describe("the metrics of a server", () => {
  it("are Prometheus' text, each line with its name, labels and a number", async () => {
    const { type, text } = await writeMetrics();
    expect(type).toContain("text/plain");
    const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
    for (const line of lines)
      expect(line).toMatch(/^[a-z_][a-z0-9_]*(\{([a-z_]+="[^"]*",?)+\})? (-?\d[\d.e+-]*|\+Inf|NaN)$/i);
    expect(text).toMatch(/streamboard_info\{version="\d+\.\d+\.\d+"\} 1/);
  });

  it("count queries, who had to wait, and the jobs that nobody has carried out", async () => {
    const before = {
      queries: await value("streamboard_database_queries_total"),
      jobs: await value("streamboard_jobs_waiting"),
    };
    await db.person.count();
    await aProposal().inDiscussion();
    expect(await value("streamboard_database_queries_total")).toBeGreaterThan(before.queries + 5);
    expect(await value("streamboard_jobs_waiting")).toBeGreaterThan(before.jobs);
    expect(await value("streamboard_jobs_oldest_seconds")).toBeGreaterThanOrEqual(0);
    await countAgainst({ name: "test-limit", perMinute: 1 }, "somebody");
    await countAgainst({ name: "test-limit", perMinute: 1 }, "somebody");
    expect(await value("streamboard_rate_limited_total", '{limit="test-limit"}')).toBe(1);
    expect((await writeMetrics()).text).not.toContain("somebody");
    expect(await value("streamboard_database_connections")).toBe(pool.totalCount);
  });

  it("count requests by pattern and status, never by address", async () => {
    const server = createServer((request, response) => {
      measure(request, response, () => "/proposals/[number]", { queries: 0, databaseGone: false });
      response.writeHead(418).end();
    });
    await new Promise<void>((ok) => server.listen(0, "127.0.0.1", ok));
    await fetch(`http://127.0.0.1:${portOf(server)}/proposals/4711`).then((answer) => answer.text());
    server.closeAllConnections();
    await new Promise((ok) => server.close(ok));
    expect(
      await value(
        "streamboard_http_request_seconds_count",
        '{method="GET",route="/proposals/[number]",status="418"}',
      ),
    ).toBe(1);
    expect((await writeMetrics()).text).not.toContain("4711");
  });
});
