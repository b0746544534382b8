import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import pg from "pg";
import { portOf } from "@/lib/server/listen";
import { answerQuestions } from "./child";
import type { Captured } from "./inside-server";

// The floor: no framework, the statements that the page was seen to ask, and a string of its size.

export type FloorQuestion =
  | { do: "listen"; url: string }
  | { do: "serve"; statements: Captured[]; bytes: number }
  | { do: "cpu" };

let pool: pg.Pool;
let statements: Captured[] = [];
let body = "";

const server = createServer(async (request, response) => {
  request.resume();
  try {
    await askAll();
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(body);
  } catch (error) {
    response.writeHead(500).end(String(error));
  }
});

/** One connection for all of them: the transaction of a form is among them. */
async function askAll(): Promise<void> {
  const client = await pool.connect();
  const key = randomUUID();
  try {
    for (const { text, values, name } of statements) {
      await client.query({
        text,
        values: values.map((value) => renewed(value, key)),
        name,
        rowMode: "array",
      });
    }
  } finally {
    client.release();
  }
}

/** A submission's key is good for one sending. */
function renewed(value: unknown, key: string): unknown {
  return typeof value === "string" && /^[\w-]+:[0-9a-f-]{36}$/.test(value) ? `bench:${key}` : value;
}

answerQuestions<FloorQuestion>(async (question) => {
  if (question.do === "cpu") {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  }
  if (question.do === "serve") {
    statements = question.statements;
    body = "x".repeat(question.bytes);
    return;
  }
  pool = new pg.Pool({ connectionString: question.url, options: "-c TimeZone=UTC", max: 10 });
  await new Promise<void>((ok) => server.listen(0, "127.0.0.1", ok));
  return portOf(server);
});
process.on("SIGTERM", () => process.exit(0));
