import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import about from "../../package.json" with { type: "json" };
import { counts } from "../db/counts";
import { processWide } from "../process-wide";

interface Meters {
  registry: Registry;
  requests: Histogram<"method" | "route" | "status">;
}

/** What is measured in this process. No label names a person, an address or a number of a thing: only patterns. */
export function meters(): Meters {
  return processWide("meters", make);
}

function make(): Meters {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: "streamboard_http_request_seconds",
    help: "Time from the first byte of a request to the last of its answer, by pattern of the address.",
    labelNames: ["method", "route", "status"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  new Gauge({
    name: "streamboard_info",
    help: "1, with the version that runs.",
    labelNames: ["version"],
    registers,
  }).set({ version: about.version }, 1);
  new Counter({
    name: "streamboard_database_queries_total",
    help: "Queries that this process sent to the database.",
    registers,
    collect() {
      this.reset();
      this.inc(counts.queries);
    },
  });
  new Counter({
    name: "streamboard_rate_limited_total",
    help: "Requests of this process that had to wait, by the limit's name.",
    labelNames: ["limit"],
    registers,
    collect() {
      this.reset();
      for (const [limit, count] of counts.limited) this.inc({ limit }, count);
    },
  });
  return { registry, requests };
}
