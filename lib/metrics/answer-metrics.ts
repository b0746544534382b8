import { env } from "../env";
import { portalAddress } from "../portal-address";
import { clientHeader, passedOnHeader } from "../server/client-address";
import { mayReadMetrics } from "./may-read";
import { writeMetrics } from "./write-metrics";

/** Answers Prometheus, or says who would be answered. */
export async function answerMetrics({ headers }: Request): Promise<Response> {
  const token = env().METRICS_TOKEN;
  const asking = {
    authorization: headers.get("authorization"),
    client: headers.get(clientHeader) ?? "",
    isPassedOn: headers.has(passedOnHeader),
  };
  if (!mayReadMetrics(asking, { token, host: portalAddress().hostname })) {
    const sentence = token ? "Send the token: Authorization: Bearer …" : "METRICS_TOKEN says who reads this.";
    return new Response(`${sentence}\n`, {
      status: token ? 401 : 404,
      headers: {
        "content-type": "text/plain; charset=utf-8",
        "cache-control": "no-store",
        ...(token && { "www-authenticate": "Bearer" }),
      },
    });
  }
  const { type, text } = await writeMetrics();
  return new Response(text, { headers: { "content-type": type, "cache-control": "no-store" } });
}
