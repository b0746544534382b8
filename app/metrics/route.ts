import { answerMetrics } from "@/lib/metrics/answer-metrics";

export const dynamic = "force-dynamic";

/** What this server measures, for Prometheus (docs/operations.md). */
export async function GET(request: Request): Promise<Response> {
  return answerMetrics(request);
}
