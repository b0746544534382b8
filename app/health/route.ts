import { pool } from "@/lib/db/client";
import { env } from "@/lib/env";
import { workerLivesSql } from "@/lib/outbox/sign-of-life";
import { isStopping } from "@/lib/server/on-stop";
import { workerState } from "@/lib/server/worker-state";
import about from "@/package.json";

export const dynamic = "force-dynamic";

const answerWithinMs = 2_000;

/**
 * Whether this process can serve: 200, or 503 with which part cannot. For load balancers and operators. Pages are served
 * without a worker that runs apart: then it is only said that there is none.
 */
export async function GET(): Promise<Response> {
  const found = await askDatabase();
  const lives = workerState.running || found?.worker === true;
  const apart = env().WORKER === "apart";
  const serves = found !== undefined && !isStopping() && (apart || workerState.running);
  return Response.json(
    {
      status: serves ? (lives ? "ok" : "degraded") : "unavailable",
      database: found ? "ok" : "gone",
      worker: found || !apart ? (lives ? "ok" : "stopped") : "unknown",
      version: about.version,
    },
    { status: serves ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
}

async function askDatabase(): Promise<{ worker: boolean } | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((answer) => {
    timer = setTimeout(() => answer(undefined), answerWithinMs);
  });
  const asked = pool.query<{ worker: boolean }>(`SELECT ${workerLivesSql} AS "worker"`).then(
    ({ rows: [row] }) => row,
    () => undefined,
  );
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}
