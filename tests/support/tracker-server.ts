import { createServer, type IncomingHttpHeaders } from "node:http";
import { portOf } from "@/lib/server/listen";

export interface Reply {
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
}

export interface TrackerServer {
  origin: string;
  /** What was asked, in order. */
  asked: { path: string; headers: IncomingHttpHeaders }[];
  stop(): Promise<void>;
}

/** A tracker on this machine that answers as it is told. */
export async function aTracker(
  reply: (path: string, origin: string, turn: number) => Reply,
): Promise<TrackerServer> {
  const asked: TrackerServer["asked"] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    asked.push({ path, headers: request.headers });
    const { status = 200, headers = {}, body = {} } = reply(path, origin(), asked.length);
    const text = typeof body === "string" ? body : JSON.stringify(body);
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(text);
  });
  const origin = () => `http://127.0.0.1:${portOf(server)}`;
  await new Promise<void>((ok) => server.listen(0, "127.0.0.1", ok));
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((ok) => server.close(ok));
  };
  return { origin: origin(), asked, stop };
}
