import { describe, expect, it } from "vitest";
import { z } from "zod";
import { requestFacts } from "@/lib/db/request-facts";
import { logTo } from "@/lib/log";
import { withoutSecrets } from "@/lib/log-words";
import { logPath } from "@/lib/server/log-path";

/** What a log writes while this is done, as text and as the last line's fields. */
function written(deed: (log: ReturnType<typeof logTo>) => void) {
  const lines: string[] = [];
  deed(logTo({ write: (line: string) => lines.push(line) }, "trace"));
  const text = lines.join("");
  return { text, last: JSON.parse(lines.at(-1) ?? "{}") };
}

const secrets = [
  "streamboard_Zm9vYmFyYmF6",
  "ada@example.org",
  "__Host-authjs.session-token=eyJhbGciOi.J9",
  "hunter2",
  "a rude sentence about the board",
];

class DatabaseError extends Error {
  override readonly name = "DatabaseError";
  code = "23505";
  table = "Person";
  constraint = "Person_email_key";
  detail = "Key (email)=(ada@example.org) already exists.";
  where = "a rude sentence about the board";
}

class PrismaClientValidationError extends Error {
  override readonly name = "PrismaClientValidationError";
}

describe("the log", () => {
  it("keeps the database's own words for a rule, and not the row that broke it", () => {
    const failure = new DatabaseError('duplicate key value violates unique constraint "Person_email_key"');
    const { text, last } = written((log) => log.error({ failure }, "it broke"));
    for (const secret of secrets) expect(text).not.toContain(secret);
    expect(last.failure).toMatchObject({
      type: "DatabaseError",
      code: "23505",
      constraint: "Person_email_key",
    });
    expect(last.failure.at.length).toBeGreaterThan(0);
  });

  it.each([
    [
      "an error that repeats what it was given",
      new SyntaxError(`Unexpected token 'a', "${secrets[4]}" is not valid JSON`),
    ],
    ["an error that repeats a row", new Error(`invalid input syntax for type integer: "hunter2"`)],
    [
      "Prisma's call",
      new PrismaClientValidationError(
        `Invalid invocation\n{ data: { text: '${secrets[4]}', email: 'ada@example.org' } }\n\nArgument \`at\` is missing.`,
      ),
    ],
    ["a cause", new Error("the mail was not sent", { cause: new Error(`550 <ada@example.org> is unknown`) })],
    ["an address of a link", new Error(`GET /sign-in/link?token=hunter2 failed`)],
    ["an address of a database", new Error("connect postgresql://portal:hunter2@db.internal/streamboard")],
    [
      "a header",
      new Error("authorization: Bearer hunter2; cookie: __Host-authjs.session-token=eyJhbGciOi.J9"),
    ],
  ])("holds nothing of %s that is a secret or somebody's text", (_what, failure) => {
    const { text } = written((log) => log.error({ failure }, "it broke"));
    for (const secret of secrets) expect(text).not.toContain(secret);
    expect(text).toContain("it broke");
  });

  it("hides fields by their names, however deep, and what is said beside them", () => {
    const { text } = written((log) => {
      log.warn(
        { job: { token: "hunter2", person: { email: "x", body: "hunter2" } }, headers: { a: "hunter2" } },
        "x",
      );
      log.warn("Failed task 7 with error 'mail to ada@example.org: streamboard_Zm9vYmFyYmF6'");
      log.info({ url: "/search?q=hunter2", values: { text: "hunter2" } });
    });
    for (const secret of secrets) expect(text).not.toContain(secret);
  });

  it("holds what zod found wrong, without what was given", () => {
    const { error } = z.object({ age: z.number() }).safeParse({ age: "hunter2" });
    const { text } = written((log) => log.error({ failure: error }, "it broke"));
    expect(text).not.toContain("hunter2");
  });

  it("says what a failure came of, also where somebody put that into an object", () => {
    const state = new Error(`unexpected "state" response parameter value`);
    const wrapped = new Error("Read more", { cause: { err: state, provider: "oidc", token: "hunter2" } });
    for (const failure of [wrapped, new Error("Read more", { cause: state })]) {
      const { text, last } = written((log) => log.warn({ failure }, "a sign-in failed"));
      expect(last.failure.cause.message).toBe('unexpected "…" response parameter value');
      expect(text).not.toContain("hunter2");
    }
  });

  it("names the request that a line belongs to", () => {
    const { last } = written((log) =>
      requestFacts.run({ id: "a1b2c3", queries: 0, databaseGone: false }, () =>
        log.info("something happened"),
      ),
    );
    expect(last).toMatchObject({ request: "a1b2c3", msg: "something happened" });
  });

  it.each([
    ["/proposals/63?q=hunter2", "/proposals/[number]", "/proposals/63"],
    ["/meetings/2026-11-29/session", "/meetings/[date]/session", "/meetings/2026-11-29/session"],
    ["/people/ada", "/people/[handle]", "/people/[handle]"],
    ["/attachments/7/letter-to-the-board.pdf", "/attachments/[id]/[name]", "/attachments/7/[name]"],
    ["/api/v1/people/ada/roles", "/api/v1/[...path]", "/api/v1/[...path]"],
    ["/letter-to-the-board", "other", "other"],
  ])("calls %s by its route %s: %s", (url, pattern, path) => {
    expect(logPath(url, pattern)).toBe(path);
  });
});

describe("what is said when the portal cannot start", () => {
  it("holds no password of an address", () => {
    expect(withoutSecrets("cannot use postgresql://portal:hunter2@db:5432/streamboard")).toBe(
      "cannot use postgresql://…@db:5432/streamboard",
    );
  });
});
