import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Browser, Page } from "@playwright/test";
import { encode } from "next-auth/jwt";
import pg from "pg";
import { startEmbedded } from "@/lib/db/embedded";
import { type OwnServer, ownServer } from "../support/own-server";
import type { Answer } from "./attack";
import { type Asked, askAt, rawAt } from "./wire";

/** Who asks: the handle of somebody who has signed in with a browser, or a token of the API. */
interface Who {
  as?: string;
  token?: string;
}

export interface Sent extends Asked, Who {
  /** A body of JSON. */
  json?: unknown;
  /** A form as browsers send it. */
  form?: Readonly<Record<string, string>>;
}

/** Who attacks: a contributor, another one, a director, the chair, the secretary, infra's administrator, an operator. */
const cast = ["noor", "jules", "imani", "ruth", "sam", "dario", "wren"] as const;

/** The portal that is attacked: the built one, with the demo's story, on a database of its own. */
export class Portal {
  private readonly tokens = new Map<string, string>();
  private readonly cookies = new Map<string, string>();

  /** Of what is for the board only: in nothing that anybody else gets. */
  executiveTitles: readonly string[] = [];

  private constructor(
    readonly server: OwnServer,
    readonly secret: string,
    private readonly database: pg.Pool,
  ) {}

  static async start(): Promise<Portal> {
    // Floods are an attack of their own; elsewhere a limit would hide what it is about.
    const limits = ["API_READS", "API_WRITES", "PAGES", "SEARCHES", "FORMS", "UPLOADS", "SIGN_INS"];
    const none = Object.fromEntries(limits.map((name) => [`${name}_PER_MINUTE`, "0"]));
    const portal = await Portal.over(await ownServer({ SEED: "demo", LIVE_FOLLOWERS: "50", ...none }));
    await portal.prepare();
    return portal;
  }

  /** A server that runs, with what it has. */
  static async over(server: OwnServer): Promise<Portal> {
    const { url } = await startEmbedded(join(server.folder, "postgres"), { guest: false });
    const pool = new pg.Pool({ connectionString: url, max: 3, options: "-c TimeZone=UTC" });
    pool.on("error", () => {}); // it ends with its server
    const secret = readFileSync(join(server.folder, "auth-secret"), "utf8").trim();
    return new Portal(server, secret, pool);
  }

  /** Whoever attacks has signed in and made a token before: an attack itself writes nothing. */
  private async prepare(): Promise<void> {
    for (const handle of cast) await this.tokenOf(handle, handle === "dario" ? "admin" : "write");
    await this.tokenOf("noor", "read");
    const rows = await this.sql<{ title: string }>(
      `SELECT "title" FROM "Proposal" WHERE "visibility" = 'executive'
       UNION SELECT "title" FROM "AgendaItem" WHERE "visibility" = 'executive'`,
    );
    await this.quiet();
    this.executiveTitles = rows.map(({ title }) => title).filter((title) => title.length > 8);
  }

  async stop(): Promise<void> {
    await this.leave();
    await this.server.remove();
  }

  /** Lets go of the database of a server that somebody else stops. */
  async leave(): Promise<void> {
    await this.database.end();
  }

  get address(): string {
    return this.server.address;
  }

  get port(): number {
    return Number(new URL(this.address).port);
  }

  /** What the story and the sign-ins caused is done: the worker has nothing left that is due. */
  async quiet(): Promise<void> {
    const due = `SELECT count(*)::int FROM graphile_worker._private_jobs WHERE "attempts" < "max_attempts" AND "run_at" <= now()`;
    const deadline = performance.now() + 60_000;
    while ((await this.value<number>(due)) > 0) {
      if (performance.now() > deadline) throw new Error("the worker does not come to an end");
      await pause(100);
    }
  }

  async ask(path: string, { as, token, json, form, headers, body, method }: Sent = {}): Promise<Answer> {
    const isBody = json !== undefined || form !== undefined || body !== undefined;
    const type = json === undefined ? form && "application/x-www-form-urlencoded" : "application/json";
    return askAt(this.port, path, {
      method: method ?? (isBody ? "POST" : "GET"),
      headers: {
        host: `localhost:${this.port}`,
        ...(as && { cookie: await this.cookieOf(as), origin: this.address }),
        ...(token && { authorization: `Bearer ${token}` }),
        ...(type && { "content-type": type }),
        ...headers,
      },
      body: json === undefined ? (form ? String(new URLSearchParams(form)) : body) : JSON.stringify(json),
    });
  }

  /** All of them, a few at once. */
  async askEach(paths: readonly string[], sent: Sent = {}): Promise<Answer[]> {
    const answers: Answer[] = [];
    for (let first = 0; first < paths.length; first += 8)
      answers.push(...(await Promise.all(paths.slice(first, first + 8).map((path) => this.ask(path, sent)))));
    return answers;
  }

  /** An operation of the API with a token: `POST /proposals`. */
  askApi(token: string, route: string, json?: unknown): Promise<Answer> {
    const [method = "", path = ""] = route.split(" ");
    return this.ask(`/api/v1${path}`, { token, method, ...(json !== undefined && { json }) });
  }

  raw(bytes: string | Buffer): Promise<Answer> {
    return rawAt(this.port, bytes);
  }

  /** A page of a browser of its own, in which somebody of the demo is signed in, or nobody. */
  async page(browser: Browser, as?: string): Promise<Page> {
    const context = await browser.newContext({ baseURL: this.address });
    const [name = "", value = ""] = as ? (await this.cookieOf(as)).split(/=(.*)/s) : [];
    if (as) await context.addCookies([{ name, value, url: this.address, httpOnly: true, sameSite: "Lax" }]);
    return context.newPage();
  }

  /** The cookie of somebody who has signed in; every part of it can be another one. */
  async cookieOf(handle: string): Promise<string> {
    const known = this.cookies.get(handle) ?? (await this.newCookie(handle));
    this.cookies.set(handle, known);
    return known;
  }

  async newCookie(handle: string, of: { expiresAt?: Date; lastSeenAt?: Date; secret?: string } = {}) {
    const sid = `session-of-${handle}-${Math.random().toString(36).slice(2)}`;
    await this.sql(
      `INSERT INTO "Session" ("id", "personId", "expiresAt", "lastSeenAt")
       SELECT $1, "id", $3, $4 FROM "Person" WHERE "handle" = $2`,
      [sid, handle, of.expiresAt ?? new Date(Date.now() + 3_600_000), of.lastSeenAt ?? new Date()],
    );
    return this.cookieNaming(sid, of.secret);
  }

  async cookieNaming(sid: string, secret = this.secret): Promise<string> {
    const salt = "authjs.session-token";
    return `${salt}=${await encode({ token: { sid }, secret, salt })}`;
  }

  /** A token that somebody made on their page, as they would: it is asked for once. */
  async tokenOf(handle: string, scope: "read" | "write" | "admin" = "write"): Promise<string> {
    const key = `${handle} ${scope}`;
    const known = this.tokens.get(key);
    if (known) return known;
    const made = await this.ask("/api/v1/tokens", { as: handle, json: { name: key, scope } });
    const { secret } = JSON.parse(made.body) as { secret: string };
    this.tokens.set(key, secret);
    return secret;
  }

  /** A proposal for the board only, by its number. */
  executive(): Promise<number> {
    return this.value(
      `SELECT "number" FROM "Proposal" WHERE "visibility" = 'executive' AND "status" <> 'draft' LIMIT 1`,
    );
  }

  async sql<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
    const { rows } = await this.database.query(text, values);
    return rows as Row[]; // the caller names the columns of its own query
  }

  async value<T>(text: string, values: unknown[] = []): Promise<T> {
    const [row] = await this.sql<Record<string, T>>(text, values);
    return Object.values(row ?? {})[0] as T; // one row of one column
  }
}
