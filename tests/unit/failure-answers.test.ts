import { createServer, type Server, type ServerResponse } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { guardAnswer } from "@/lib/server/guard-answer";
import { portOf } from "@/lib/server/listen";
import { contentSecurityPolicy } from "@/lib/server/security-headers";

let server: Server | undefined;
afterEach(() => new Promise((ok) => (server ? server.close(ok) : ok(undefined))));

/** What a reader gets where Next's handler answers like this. */
async function answerOf(
  handler: (response: ServerResponse, fail: () => void) => void,
  { gone = false, slow = false, accept = "text/html", path = "/", waitSeconds = 0 } = {},
): Promise<{ status: number; text: string; headers: Headers }> {
  server = createServer((request, response) => {
    const facts = { queries: 3, databaseGone: gone, tooSlow: slow };
    handler(
      response,
      guardAnswer({ request, response, facts, nonce: "n0nce", showQueries: true, waitSeconds }),
    );
  });
  await new Promise<void>((ok) => server?.listen(0, "127.0.0.1", ok));
  const port = portOf(server);
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    headers: { accept, connection: "close" },
    redirect: "manual",
  });
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
}

const ways: [string, (response: ServerResponse, fail: () => void) => void][] = [
  [
    "sets the status and ends",
    (response) => {
      response.statusCode = 500;
      response.setHeader("content-length", 4);
      response.end("oops");
    },
  ],
  [
    "writes the head itself",
    (response) => response.writeHead(500, { "content-type": "text/html" }).end("oops"),
  ],
  [
    "writes in pieces",
    (response) => {
      response.statusCode = 500;
      response.write("oo");
      response.end("ps");
    },
  ],
  ["throws", (_response, fail) => fail()],
];

describe.each(ways)("a page that fails, where the handler %s", (_how, handler) => {
  it("is a page that says so, with status 500", async () => {
    const { status, text } = await answerOf(handler);
    expect(status).toBe(500);
    expect(text).toContain("<h1>Something broke on our side</h1>");
    expect(text).not.toContain("oops");
  });

  it("is 503 and asks to come back, where the database is away", async () => {
    const { status, text, headers } = await answerOf(handler, { gone: true });
    expect(status).toBe(503);
    expect(headers.get("retry-after")).toBe("10");
    expect(text).toContain("What you typed is in your browser");
    expect(text).toContain('<style nonce="n0nce">');
  });

  it("is 503 and says what to do, where its question to the database was cut off", async () => {
    const { status, text, headers } = await answerOf(handler, { slow: true });
    expect([status, headers.get("retry-after")]).toEqual([503, "10"]);
    expect(text).toContain("<h1>This took too long</h1>");
  });

  it("is a problem document for a program", async () => {
    const { text, headers } = await answerOf(handler, { gone: true, accept: "application/json" });
    expect(headers.get("content-type")).toBe("application/problem+json");
    expect(JSON.parse(text)).toMatchObject({ status: 503, title: "The database does not answer" });
  });
});

describe("an answer that did not fail", () => {
  it.each([200, 303, 404, 422])(
    "with status %i goes out as it is, with the number of its queries",
    async (status) => {
      const { text, headers } = await answerOf((response) => response.writeHead(status).end("as it is"), {
        gone: true,
      });
      expect(text).toBe("as it is");
      expect(headers.get("server-timing")).toBe('db;desc="3 queries"');
    },
  );

  it("of a form that came too soon is its page with what was typed, and says when to send it again", async () => {
    const ways: ((response: ServerResponse) => void)[] = [
      (response) => response.writeHead(200).end("what was typed"),
      (response) => response.end("what was typed"),
    ];
    for (const way of ways) {
      const { status, text, headers } = await answerOf(way, { waitSeconds: 12 });
      expect([status, text, headers.get("retry-after")]).toEqual([429, "what was typed", "12"]);
    }
    const elsewhere = await answerOf((response) => response.writeHead(303, { location: "/" }).end(), {
      waitSeconds: 12,
    });
    expect(elsewhere.status).not.toBe(429);
  });

  it("keeps what the health check says", async () => {
    const { text } = await answerOf((response) => response.writeHead(503).end("{}"), { path: "/health" });
    expect(text).toBe("{}");
  });

  it("keeps what a route of ours says that is full or about to stop", async () => {
    const { status, text, headers } = await answerOf(
      (response) => {
        response.statusCode = 503;
        response.setHeader("content-type", "application/problem+json");
        response.setHeader("retry-after", "5");
        response.end('{"detail":"As many as it can serve."}');
      },
      { path: "/api/v1/meetings/2026-01-01/live" },
    );
    expect([status, headers.get("retry-after")]).toEqual([503, "5"]);
    expect(text).toContain("As many as it can serve.");
  });
});

describe("the content security policy", () => {
  it("lets only this answer's own scripts run, and no inline style", () => {
    const policy = contentSecurityPolicy("n0nce", { dev: false, isHttps: true });
    expect(policy).toContain("script-src 'self' 'nonce-n0nce' 'strict-dynamic'");
    expect(policy).not.toContain("unsafe");
  });
});
