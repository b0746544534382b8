import { createHmac } from "node:crypto";
import type { Answer, Attack } from "./attack";
import { cookiesIn, isSignedIn } from "./cookies";
import { formOn, submit } from "./page-forms";
import type { Portal } from "./portal";

const name = "authjs.session-token";
const hourMs = 3_600_000;

/** Who the portal takes somebody for, by their cookie. */
const me = (portal: Portal, cookie: string): Promise<Answer> =>
  portal.ask("/api/v1/me", { headers: { cookie } });
const account = (portal: Portal, cookie: string): Promise<Answer> =>
  portal.ask("/account", { headers: { cookie } });
const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");

/** Nobody: the API wants somebody, and the page leads to the sign-in. */
const nobody = [
  [401, '"code":"signed_out"'],
  [307, "location: /sign-in?back=/account"],
] as const;

async function both(portal: Portal, cookie: string): Promise<Answer[]> {
  return [await me(portal, cookie), await account(portal, cookie)];
}

async function sidOf(portal: Portal, handle: string): Promise<string> {
  return portal.value(
    `SELECT s."id" FROM "Session" s JOIN "Person" p ON p."id" = s."personId" WHERE p."handle" = $1 LIMIT 1`,
    [handle],
  );
}

export const sessions: readonly Attack[] = [
  {
    tried: "A cookie that is no token: empty, the name of a real session in the clear, 3 kB of rubbish",
    send: async (portal) => {
      const cookies = ["", await sidOf(portal, "dario"), "a".repeat(3_000), "....", "null"];
      return Promise.all(cookies.map((value) => me(portal, `${name}=${value}`)));
    },
    back: [401, '"code":"signed_out"'],
  },
  {
    tried: "A token with `alg: none` that names a real session of the administrator",
    send: async (portal) => {
      const sid = await sidOf(portal, "dario");
      const claims = encoded({ sid, sub: "10", exp: 9_999_999_999 });
      const tokens = ["none", "None", "NONE"].map((alg) => `${encoded({ alg, typ: "JWT" })}.${claims}.`);
      return Promise.all(tokens.map((token) => me(portal, `${name}=${token}`)));
    },
    back: [401, '"code":"signed_out"'],
  },
  {
    tried:
      "A token that is only signed (HS256, also with the portal's own secret), where it has to be encrypted",
    send: async (portal) => {
      const body = `${encoded({ alg: "HS256", typ: "JWT" })}.${encoded({ sid: await sidOf(portal, "dario") })}`;
      const signed = (secret: string) =>
        `${body}.${createHmac("sha256", secret).update(body).digest("base64url")}`;
      return Promise.all(
        ["", "secret", portal.secret].map((secret) => me(portal, `${name}=${signed(secret)}`)),
      );
    },
    back: [401, '"code":"signed_out"'],
  },
  {
    tried: "A cookie that names a real session, encrypted with another secret",
    send: async (portal) => {
      const sid = await sidOf(portal, "dario");
      return both(portal, await portal.cookieNaming(sid, "another secret, as long as it has to be 123456"));
    },
    back: nobody,
  },
  {
    tried: "A real cookie with one letter changed, in each of its parts",
    send: async (portal) => {
      const cookie = await portal.cookieOf("dario");
      const places = [name.length + 4, Math.floor(cookie.length / 2), cookie.length - 3];
      const changed = places.map(
        (at) => `${cookie.slice(0, at)}${cookie[at] === "A" ? "B" : "A"}${cookie.slice(at + 1)}`,
      );
      return Promise.all(changed.map((each) => me(portal, each)));
    },
    back: [401, '"code":"signed_out"'],
  },
  {
    tried: "A cookie that the portal made, for a session that it never began (fixation)",
    send: async (portal) => both(portal, await portal.cookieNaming("a-session-that-the-attacker-chose")),
    back: nobody,
    also: {
      "No session has that name afterwards.": async (portal) =>
        (await portal.value(`SELECT count(*)::int FROM "Session" WHERE "id" LIKE '%attacker%'`)) === 0,
    },
  },
  {
    tried: "A session whose last day is over, by a cookie that still holds",
    send: async (portal) =>
      both(portal, await portal.newCookie("dario", { expiresAt: new Date(Date.now() - 1_000) })),
    back: nobody,
    writes: ["Session"],
  },
  {
    tried: "A session that nobody used for 73 hours",
    send: async (portal) =>
      both(portal, await portal.newCookie("dario", { lastSeenAt: new Date(Date.now() - 73 * hourMs) })),
    back: nobody,
    writes: ["Session"],
  },
  {
    tried: "A session after its person has signed out everywhere, by the cookie that was copied before",
    send: async (portal) => {
      const cookie = await portal.newCookie("tomas");
      const works = await me(portal, cookie);
      const fields = await formOn(portal, "/account", "tomas", "Sign out everywhere").catch(() =>
        formOn(portal, "/account", "tomas", "Sign out here"),
      );
      const ended = await submit(portal, "/account", { ...fields, session: "all" }, { as: "tomas" });
      return [works, ended, ...(await both(portal, cookie))];
    },
    back: [[200, '"handle":"tomas"'], [303, "location: /account"], ...nobody],
    writes: ["Session", "Submission"],
  },
  {
    tried: "A session, a token and a live cookie of somebody whose account has ended",
    send: async (portal) => {
      const [cookie, token] = [await portal.newCookie("yara"), await portal.tokenOf("yara")];
      await portal.sql(`UPDATE "Person" SET "disabledAt" = now() WHERE "handle" = 'yara'`);
      const answers = [...(await both(portal, cookie)), await portal.ask("/api/v1/me", { token })];
      await portal.sql(`UPDATE "Person" SET "disabledAt" = NULL WHERE "handle" = 'yara'`);
      return answers;
    },
    back: [...nobody, [401, '"code":"bad_token"']],
    writes: ["Session", "ApiToken", "Event"],
  },
  {
    tried: "Somebody else's session, ended by its key",
    send: async (portal) => {
      const theirs = await portal.ask("/api/v1/me/sessions", { as: "imani" });
      const { items } = JSON.parse(theirs.body) as { items: { key: string }[] };
      const key = items[0]?.key ?? "";
      const headers = { origin: portal.address };
      return [
        await portal.ask(`/api/v1/me/sessions/${key}`, { method: "DELETE", as: "noor", headers }),
        await me(portal, await portal.cookieOf("imani")),
      ];
    },
    back: [
      [404, '"code":"not_found"'],
      [200, '"handle":"imani"'],
    ],
  },
  {
    tried: "Signing in as somebody of the demo by a form from elsewhere",
    send: (portal) =>
      portal.ask("/api/auth/callback/demo", {
        form: { handle: "dario", csrfToken: "0".repeat(64) },
        headers: { origin: "https://evil.example" },
      }),
    back: [403, "This did not come from the portal’s own pages"],
    also: {
      "No session began.": (_portal, answers) => !answers.some(isSignedIn),
    },
  },
  {
    tried: "Signing in as somebody who is not of the demo, or who never was, by its form",
    send: async (portal) => {
      const csrf = await portal.ask("/api/auth/csrf");
      const { csrfToken } = JSON.parse(csrf.body) as { csrfToken: string };
      const cookie = cookiesIn(csrf);
      const handles = ["nobody-here", "admin", "", "noor' OR '1'='1", "NOOR"];
      return Promise.all(
        handles.map((handle) =>
          portal.ask("/api/auth/callback/demo", {
            form: { handle, csrfToken },
            headers: { cookie, origin: portal.address },
          }),
        ),
      );
    },
    back: [302, "error=CredentialsSignin"],
    also: {
      "No session began.": (_portal, answers) => !answers.some(isSignedIn),
    },
  },
  {
    tried: "A session's cookie under the name that browsers only take over TLS, made with another salt",
    send: async (portal) => {
      const [, token] = (await portal.cookieOf("dario")).split(/=(.*)/s);
      return me(portal, `__Secure-${name}=${token}`);
    },
    back: [401, '"code":"signed_out"'],
  },
];
