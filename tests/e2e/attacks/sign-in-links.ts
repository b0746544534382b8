import { createHash, randomBytes } from "node:crypto";
import type { Answer, Attack } from "./attack";
import { cookiesIn, isSignedIn } from "./cookies";
import type { Portal } from "./portal";

const overText = "This link does not work any more.";

/** A link as a mail would hold it, for somebody; what the database knows of it can be another thing. */
async function linkOf(portal: Portal, handle: string, of: { minutes?: number; used?: boolean } = {}) {
  const token = randomBytes(32).toString("base64url");
  await portal.sql(
    `INSERT INTO "SignInLink" ("hash", "personId", "expiresAt", "usedAt")
     SELECT $1, "id", now() + make_interval(mins => $3), CASE WHEN $4 THEN now() END FROM "Person" WHERE "handle" = $2`,
    [hashOf(token), handle, of.minutes ?? 20, of.used ?? false],
  );
  return token;
}

const hashOf = (token: string): string => createHash("sha256").update(token).digest("hex");
const look = (portal: Portal, token: string): Promise<Answer> => portal.ask(`/sign-in/link?token=${token}`);

/** What the button behind a link sends, with whatever stands beside it. */
async function use(portal: Portal, token: string, more: { origin?: string; fields?: object } = {}) {
  const csrf = await portal.ask("/api/auth/csrf");
  const { csrfToken } = JSON.parse(csrf.body) as { csrfToken: string };
  return portal.ask("/api/auth/callback/mail", {
    form: { token, csrfToken, ...more.fields },
    headers: { cookie: cookiesIn(csrf), origin: more.origin ?? portal.address },
  });
}

export const signInLinks: readonly Attack[] = [
  {
    tried: "A link that was guessed, is empty, is a list, or holds a NUL",
    send: (portal) =>
      Promise.all(
        [`?token=${"A".repeat(43)}`, "?token=", "?token=a&token=b", "", "?token[]=a", "?token=%00"].map(
          (query) => portal.ask(`/sign-in/link${query}`),
        ),
      ),
    back: [...Array.from({ length: 5 }, () => [200, overText] as const), [404, "There is nothing here"]],
  },
  {
    tried:
      "A link that was used, one whose time is over, and the hash of one that holds, which is all that the database has of it: each opened, and used",
    send: async (portal) => {
      const tokens = [
        await linkOf(portal, "noor", { used: true }),
        await linkOf(portal, "noor", { minutes: -1 }),
        hashOf(await linkOf(portal, "noor")),
      ];
      const opened = await Promise.all(tokens.map((token) => look(portal, token)));
      return [...opened, ...(await Promise.all(tokens.map((token) => use(portal, token))))];
    },
    back: [
      [200, overText],
      [200, overText],
      [200, overText],
      [302, "error=CredentialsSignin"],
    ],
    also: { "No session began.": (_portal, answers) => !answers.some(isSignedIn) },
    writes: ["SignInLink"],
  },
  {
    tried: "A link of somebody whose account has ended since",
    send: async (portal) => {
      const token = await linkOf(portal, "yara");
      await portal.sql(`UPDATE "Person" SET "disabledAt" = now() WHERE "handle" = 'yara'`);
      const answers = [await look(portal, token), await use(portal, token)];
      await portal.sql(`UPDATE "Person" SET "disabledAt" = NULL WHERE "handle" = 'yara'`);
      return answers;
    },
    back: [
      [200, overText],
      [302, "error=CredentialsSignin"],
    ],
    also: { "No session began.": (_portal, answers) => !answers.some(isSignedIn) },
    writes: ["SignInLink"],
  },
  {
    tried: "One link, used by ten at once",
    send: async (portal) => {
      const token = await linkOf(portal, "noor");
      return Promise.all(Array.from({ length: 10 }, () => use(portal, token)));
    },
    back: [302, "location: "],
    also: {
      "One of them comes in, nine are told that it does not work.": (_portal, answers) =>
        answers.filter(isSignedIn).length === 1 &&
        answers.filter(({ head }) => head.includes("error=CredentialsSignin")).length === 9,
    },
    writes: ["SignInLink", "Session"],
  },
  {
    tried:
      "The attacker's own link, sent by a form of another site to make a reader go on as the attacker; before it, opened as mail programs do",
    send: async (portal) => {
      const token = await linkOf(portal, "jules");
      return [await look(portal, token), await use(portal, token, { origin: "https://evil.example" })];
    },
    back: [
      [200, "This link is for "],
      [403, "This did not come from the portal’s own pages"],
    ],
    also: {
      "The page tells no other site that it was here.": (_portal, [opened]) =>
        /<meta name="referrer" content="no-referrer"\/?>/.test(opened?.body ?? ""),
      "No session began, and the link was not used up.": async (portal, answers) =>
        !answers.some(isSignedIn) &&
        (await portal.value(`SELECT "usedAt" FROM "SignInLink" ORDER BY "createdAt" DESC LIMIT 1`)) === null,
    },
    writes: ["SignInLink"],
  },
  {
    tried: "One's own link with somebody else's name, number, address and role in the fields beside it",
    send: async (portal) => {
      const fields = {
        handle: "dario",
        id: "1",
        sub: "1",
        sid: "1",
        email: "dario@example.org",
        role: "admin",
      };
      const came = await use(portal, await linkOf(portal, "jules"), { fields });
      return [came, await portal.ask("/api/v1/me", { headers: { cookie: cookiesIn(came) } })];
    },
    back: [
      [302, "location: "],
      [200, '"handle":"jules"'],
    ],
    writes: ["SignInLink", "Session"],
  },
];
