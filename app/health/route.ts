import { pool } from "@/lib/db/client";
import { workerState } from "@/lib/server/worker-state";
import about from "@/package.json";

export const dynamic = "force-dynamic";

const answerWithinMs = 2_000;

/** Whether this process can serve: 200, or 503 with which part cannot. For load balancers and operators. */
export async function GET(): Promise<Response> {
  const database = await databaseAnswers();
  const worker = workerState.running;
  const status = database && worker ? "ok" : "unavailable";
  return Response.json(
    { status, database: database ? "ok" : "gone", worker: worker ? "ok" : "stopped", version: about.version },
    { status: status === "ok" ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
}

async function databaseAnswers(): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((answer) => {
    timer = setTimeout(() => answer(false), answerWithinMs);
  });
  const asked = pool.query("SELECT 1").then(
    () => true,
    () => false,
  );
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}
