import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { typeLine } from "@/lib/meetings/commands/type-line";
import { lastSeen } from "@/lib/meetings/last-seen";
import { openLiveStream } from "@/lib/meetings/live-stream";
import { typeLineInput } from "@/lib/meetings/session-schema";
import { portOf } from "@/lib/server/listen";
import type { Actor } from "@/lib/workflow/actor";

// One of several servers on one database, without its pages: it streams a meeting and takes lines, by the code of the
// real routes. GET /?meeting=&date=&after=&audience= and POST {actor, line}.

const server = createServer((request, response) => {
  answer(request, response).catch((failure) => response.writeHead(500).end(String(failure)));
});

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === "POST") {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { actor, line } = JSON.parse(Buffer.concat(chunks).toString()) as { actor: Actor; line: object };
    const written = await typeLine(actor, typeLineInput.parse(line));
    response.writeHead(written.ok ? 201 : 409).end(JSON.stringify(written));
    return;
  }
  const query = new URL(request.url ?? "/", "http://localhost").searchParams;
  const opened = openLiveStream({
    meetingId: Number(query.get("meeting")),
    date: query.get("date") ?? "",
    audience: query.get("audience") === "board" ? "board" : "everybody",
    reader: null,
    after: lastSeen(request.headers["last-event-id"]?.toString(), query.get("after")),
  });
  if (!opened.ok) {
    response.writeHead(503).end(opened.reason);
    return;
  }
  response.writeHead(200, { "content-type": "text/event-stream" });
  // The same stream, by the name that Node's types have for it.
  const body = Readable.fromWeb(opened.body as Parameters<typeof Readable.fromWeb>[0]);
  body.on("error", () => response.destroy()).pipe(response);
  response.on("close", () => body.destroy());
}

server.listen(Number(process.env.PORT ?? 0), "127.0.0.1", () => process.send?.(portOf(server)));
process.on("disconnect", () => process.exit(0));
