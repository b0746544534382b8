import { Gauge, Registry } from "prom-client";
import { liveHub } from "../meetings/live-stream";
import { meters } from "./meters";
import { findQueueState, poolState } from "./queue-queries";

/** All that is measured, in Prometheus' text. Where the database does not answer, what only it knows is left out. */
export async function writeMetrics(): Promise<{ type: string; text: string }> {
  const { registry } = meters();
  const now = new Registry();
  const gauge = (name: string, help: string, value: number) =>
    new Gauge({ name: `streamboard_${name}`, help, registers: [now] }).set(value);
  const { open, idle, waiting } = poolState();
  gauge("database_connections", "Connections of this process's pool.", open);
  gauge("database_connections_idle", "Those that nobody uses.", idle);
  gauge("database_waiting", "Who waits for a connection of the pool.", waiting);
  gauge("live_followers", "Pages that follow a meeting on this server.", liveHub().followers);
  const queue = await findQueueState().catch(() => undefined);
  gauge("database_up", "1 where the database answers.", queue ? 1 : 0);
  if (queue) {
    gauge("worker_up", "1 where any worker of this database lives.", queue.workerLives ? 1 : 0);
    gauge("jobs_waiting", "Jobs whose time has come and that nobody carries out yet.", queue.waiting);
    gauge("jobs_running", "Jobs under way.", queue.running);
    gauge("jobs_failing", "Jobs that failed, and will be tried again.", queue.failing);
    gauge("jobs_given_up", "Jobs that failed too often.", queue.givenUp);
    gauge("jobs_oldest_seconds", "Since the longest waiting job fell due.", queue.oldestSeconds);
  }
  const texts = await Promise.all([registry.metrics(), now.metrics()]);
  return { type: registry.contentType, text: texts.join("\n") };
}
