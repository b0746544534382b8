import pg from "pg";
import { RateLimiterPostgres } from "rate-limiter-flexible";
import { describe, expect, it } from "vitest";
import { db, pool } from "@/lib/db/client";
import { countAgainst, settledCounter } from "@/lib/db/rate-limits";
import { SettledCounter } from "@/lib/db/settled-counter";
import { env } from "@/lib/env";
import { endAccount } from "@/lib/people/commands/end-account";
import { revokeToken } from "@/lib/tokens/commands/revoke-token";
import { listTokens } from "@/lib/tokens/queries";
import { type Answered, aCookie, aToken, call } from "../../factories/api";
import { aPerson, theBoard } from "../../factories/people";
import { aProposal } from "../../factories/proposals";

const draft = { title: "A region on CentOS Stream", summary: "Hosts that run Stream." };

describe("a program that calls the API", () => {
  it("reads what is public without a token, and writes nothing", async () => {
    const { number } = await aProposal().inDiscussion();
    const { status, body, headers } = await call(`GET /proposals/${number}`);
    expect([status, body.number, body.status]).toEqual([200, number, "discussion"]);
    expect(headers.get("etag")).toMatch(/^"\d+-[\w-]{16}"$/);
    expect(headers.get("access-control-allow-origin")).toBeNull();
    const refused = await call("POST /proposals", { body: draft });
    expect([refused.status, refused.headers.get("www-authenticate")]).toEqual([
      401,
      'Bearer realm="Streamboard"',
    ]);
  });

  it("writes with a token as its person, and sees the drafts of nobody else", async () => {
    const [ada, bea] = [await aToken(await aPerson()), await aToken(await aPerson())];
    const { status, body } = await call("POST /proposals", { token: ada, body: draft });
    expect(status).toBe(201);
    expect((await call(`GET /proposals/${body.number}`, { token: ada })).body).toMatchObject({
      ...draft,
      status: "draft",
      allowedMoves: expect.arrayContaining([expect.objectContaining({ name: "publish" })]),
    });
    const hidden = await call(`GET /proposals/${body.number}`, { token: bea });
    const absent = await call("GET /proposals/99999", { token: bea });
    expect([hidden.status, hidden.body.detail]).toEqual([404, absent.body.detail]);
    expect(
      (await call(`POST /proposals/${body.number}/publish`, { token: bea, body: { version: 1 } })).status,
    ).toBe(404);
  });

  it("is answered with a problem that says what was wrong and what would be right", async () => {
    const token = await aToken(await aPerson());
    const problems = [
      ["POST /proposals", { token, body: "{" }, 400, "malformed"],
      ["POST /proposals", { token, body: "[]" }, 400, "malformed"],
      ["POST /proposals", { token, body: draft, headers: { "content-type": "text/plain" } }, 415, "not_json"],
      [
        "POST /proposals",
        { token, body: JSON.stringify({ title: "x".repeat(1_100_000) }) },
        413,
        "too_large",
      ],
      ["POST /proposals", { token, body: { title: "" } }, 422, "invalid"],
      ["GET /proposals?status=nonsense", { token }, 422, "invalid"],
      ["GET /proposals?limit=1000", { token }, 422, "invalid"],
      ["GET /nothing/here", { token }, 404, "not_found"],
      ["GET /proposals/none", { token }, 404, "not_found"],
      ["DELETE /proposals", { token }, 405, "wrong_method"],
      ["GET /proposals", { token: "streamboard_nonsense" }, 401, "bad_token"],
      ["GET /proposals", { headers: { authorization: "Basic abc" } }, 401, "bad_token"],
    ] as const;
    for (const [route, asked, status, code] of problems) {
      const { body, headers } = await call(route, asked);
      expect([route, body.status, body.code]).toEqual([route, status, code]);
      expect(headers.get("content-type")).toBe("application/problem+json");
      expect(body).toMatchObject({
        type: "about:blank",
        title: expect.any(String),
        detail: expect.any(String),
      });
    }
    const { body } = await call("POST /proposals", { token, body: { title: "" } });
    expect(body.errors).toEqual([{ path: "title", message: expect.stringContaining("Give it a title") }]);
    expect((await call("OPTIONS /proposals")).headers.get("allow")).toBe("GET, POST, HEAD, OPTIONS");
    expect((await call("HEAD /proposals")).body).toBe("");
  });

  it("changes something only at the version that it saw", async () => {
    const token = await aToken(await aPerson());
    const { number } = (await call("POST /proposals", { token, body: draft })).body;
    const seen = (await call(`GET /proposals/${number}`, { token })).headers.get("etag") ?? "";
    const put = (headers: Record<string, string>, title: string) =>
      call(`PUT /proposals/${number}`, { token, headers, body: { ...draft, title } });
    expect((await put({}, "Without a version")).body).toMatchObject({ status: 428, code: "version_wanted" });
    expect((await put({ "if-match": seen }, "First")).status).toBe(200);
    expect((await put({ "if-match": seen }, "Second")).body).toMatchObject({
      status: 412,
      code: "version_mismatch",
    });
    expect((await call(`GET /proposals/${number}`, { token })).body.title).toBe("First");
    const now = (await call(`GET /proposals/${number}`, { token })).headers.get("etag") ?? "";
    expect(
      (await call(`GET /proposals/${number}`, { token, headers: { "if-none-match": now } })).status,
    ).toBe(304);
  });

  it("has one effect by the same Idempotency-Key, also twice at once; another body under it is refused", async () => {
    const [ada, bea] = [await aPerson(), await aPerson()];
    const token = await aToken(ada);
    const send = (body: object, as = token) =>
      call("POST /proposals", { token: as, body, headers: { "idempotency-key": "once-and-for-all" } });
    const answers = await Promise.all([send(draft), send(draft), send(draft)]);
    const [first] = answers;
    expect(answers.map(({ status, body }) => [status, body])).toEqual(answers.map(() => [201, first?.body]));
    expect(await db.proposal.count({ where: { authorId: ada.personId } })).toBe(1);
    expect((await send({ ...draft, title: "Another" })).body).toMatchObject({
      status: 422,
      code: "key_reused",
    });
    expect((await send(draft, await aToken(bea))).body.number).not.toBe(first?.body.number);
  });

  it("walks through a list by its cursor, and meets each once", async () => {
    for (let count = 0; count < 5; count += 1) await aProposal({ title: `Walk ${count}` }).inDiscussion();
    const seen: string[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const { body }: Answered = await call(`GET /proposals?q=Walk&sort=title&limit=2&cursor=${cursor}`);
      seen.push(...body.items.map(({ title }: { title: string }) => title));
      cursor = body.nextCursor;
    }
    expect(seen).toEqual(["Walk 0", "Walk 1", "Walk 2", "Walk 3", "Walk 4"]);
  });
});

describe("a token", () => {
  it("does no more than its scope, and no more than its person", async () => {
    const reader = await aToken(await aPerson(), { scope: "read" });
    expect((await call("GET /proposals", { token: reader })).status).toBe(200);
    expect((await call("POST /proposals", { token: reader, body: draft })).body).toMatchObject({
      status: 403,
      code: "scope",
    });
    await expect(aToken(await aPerson(), { scope: "admin" })).rejects.toThrow();
  });

  it("is kept as a hash only, ends when revoked, and with its person's account", async () => {
    const [ada, admin] = [await aPerson(), await aPerson({ roles: [{ role: "admin", body: "board" }] })];
    const [one, other] = [await aToken(ada), await aToken(ada)];
    const rows = JSON.stringify(await db.apiToken.findMany());
    expect(rows).not.toContain(one.slice(20));
    const works = async (token: string) => (await call("GET /proposals", { token })).status === 200;
    expect([await works(one), await works(other)]).toEqual([true, true]);
    const [latest] = await listTokens(ada);
    expect(latest?.lastUsedAt).toBeInstanceOf(Date);
    expect((await revokeToken(await aPerson(), { token: latest?.id ?? 0 })).ok).toBe(false);
    await revokeToken(ada, { token: latest?.id ?? 0 });
    expect([await works(one), await works(other)]).toEqual([true, false]);
    await endAccount(admin, { person: ada.handle, reason: "left" });
    expect(await works(one)).toBe(false);
    const events = await db.event.findMany({ where: { subject: "api_token" } });
    expect(events.map(({ type, visibility }) => [type, visibility])).toContainEqual([
      "token.revoked",
      "executive",
    ]);
  });

  it("of a director shows what is executive, and that of anybody else does not", async () => {
    const { ada } = await theBoard();
    const { number } = await aProposal({
      by: ada,
      executive: true,
      title: "In closed session",
    }).inDiscussion();
    const seenBy = async (token?: string) => (await call(`GET /proposals/${number}`, { token })).status;
    expect([
      await seenBy(await aToken(ada)),
      await seenBy(await aToken(await aPerson())),
      await seenBy(),
    ]).toEqual([200, 404, 404]);
  });
});

describe("who asks too often", () => {
  it("waits as long as it says, whichever of two servers counts", async () => {
    const other = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 1 });
    const elsewhere = new RateLimiterPostgres({
      ...{ storeClient: other, tableName: "RateLimit", tableCreated: true, clearExpiredByTimeout: false },
      ...{ keyPrefix: "a-test", points: 4, duration: 60 },
    });
    const limit = { name: "a-test", perMinute: 4 };
    await Promise.all([elsewhere.consume("ada"), countAgainst(limit, "ada"), elsewhere.consume("ada")]);
    expect(await countAgainst(limit, "ada")).toBe(0);
    const wait = await countAgainst(limit, "ada");
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60);
    await expect(elsewhere.consume("ada")).rejects.toMatchObject({ remainingPoints: 0 });
    expect(await countAgainst(limit, "bea")).toBe(0);
    expect(await countAgainst({ name: "a-test", perMinute: 0 }, "ada")).toBe(0);
    await other.end();
  });

  it("is counted for all servers also where a page is not worth a write", async () => {
    const limit = { name: "pages-of-a-test", perMinute: 20 };
    const told: Promise<unknown>[] = [];
    const server = () => {
      const { settle } = settledCounter(limit);
      return new SettledCounter(limit, (who, points) => {
        const answer = settle(who, points);
        told.push(answer);
        return answer;
      });
    };
    const [here, there] = [server(), server()];
    let through = 0;
    for (let time = 0; time < 40; time += 1) {
      if ((time % 2 ? here : there).count("ada") === 0) through += 1;
      // What is told to the database is told behind the reader's back: wait for it, as time would.
      await Promise.all(told);
    }
    expect(through).toBeLessThanOrEqual(24);
    expect(through).toBeGreaterThanOrEqual(20);
  });

  it("is told so by the API, by person and not by token", async () => {
    const ada = await aPerson();
    const [one, another] = [await aToken(ada), await aToken(ada)];
    const most = env().API_WRITES_PER_MINUTE;
    const key = `api-write:person-${ada.personId}`;
    await pool.query(`INSERT INTO "RateLimit" ("key", "points", "expire") VALUES ($1, $2, $3)`, [
      ...[key, most, Date.now() + 30_000],
    ]);
    for (const token of [one, another]) {
      const { body, headers } = await call("POST /proposals", { token, body: draft });
      expect([body.status, body.code]).toEqual([429, "too_many"]);
      expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
    }
    expect((await call("GET /proposals", { token: one })).status).toBe(200);
  });
});

describe("a browser's session", () => {
  it("reads for any page, and writes for the portal's own pages only", async () => {
    const ada = await aPerson();
    const cookie = await aCookie(ada);
    const me = await call("GET /me", { headers: { cookie } });
    expect(me.body.handle).toBe(ada.handle);
    expect(me.headers.get("cache-control")).toBe("private, no-store");
    expect(me.headers.get("vary")).toBe("authorization, cookie");
    const post = (headers: Record<string, string>) =>
      call("POST /proposals", { body: draft, headers: { cookie, ...headers } });
    for (const origin of [{}, { origin: "https://evil.example.org" }, { origin: "null" }] as Record<
      string,
      string
    >[])
      expect((await post(origin)).body).toMatchObject({ status: 403, code: "foreign_origin" });
    expect((await post({ origin: "http://portal.test" })).status).toBe(201);
  });

  it("makes tokens; a token does not", async () => {
    const ada = await aPerson();
    const body = { name: "another" };
    const refused = await call("POST /tokens", { token: await aToken(ada), body });
    expect(refused.body).toMatchObject({ status: 403, code: "in_person_only" });
    const headers = {
      cookie: await aCookie(ada),
      origin: "http://portal.test",
      "idempotency-key": "one-token",
    };
    const made = await call("POST /tokens", { body, headers });
    expect((await call("GET /me", { token: made.body.secret })).body.handle).toBe(ada.handle);
    const again = await call("POST /tokens", { body, headers });
    expect([again.body.id, again.body.secret]).toEqual([made.body.id, undefined]);
    expect(JSON.stringify(await db.submission.findMany())).not.toContain(made.body.secret);
  });
});
