import { comeBack } from "../support/at-the-provider";
import type { Answer, Attack } from "./attack";
import { cookiesIn, isSignedIn } from "./cookies";
import type { Portal } from "./portal";

const callback = "/api/auth/callback/oidc";
const refused = [302, "/sign-in?error=Configuration"] as const;
const noSession = {
  "No session began.": (_portal: Portal, answers: readonly Answer[]) => !answers.some(isSignedIn),
};

/** A browser that has set out for the account service: where it is sent, and what it keeps for the way back. */
async function setOut(portal: Portal): Promise<{ to: URL; cookie: string }> {
  const answer = await portal.ask("/sign-in/oidc?back=/meetings");
  const [, address = ""] = /^location: (.+)$/m.exec(answer.head) ?? [];
  return { to: new URL(address), cookie: cookiesIn(answer) };
}

/** One that comes back, with what the service gave it: its address here, of which a part can be another one. */
async function cameBack(to: URL, change: Readonly<Record<string, string | null>> = {}, login = "mallory") {
  const { searchParams } = await comeBack(to, login, callback);
  for (const [name, value] of Object.entries(change)) {
    if (value === null) searchParams.delete(name);
    else searchParams.set(name, value);
  }
  return `${callback}?${searchParams}`;
}

const end = (portal: Portal, path: string, cookie: string): Promise<Answer> =>
  portal.ask(path, { headers: { cookie } });

/** Sent to the server of sign-in.spec.ts, which has a real OpenID provider behind it. */
export const accountService: readonly Attack[] = [
  {
    tried:
      "An answer of the account service with another state, without one, and with the state of another sign-in",
    send: async (portal) => {
      const other = await setOut(portal);
      const states = ["another-state", null, other.to.searchParams.get("state")];
      return Promise.all(
        states.map(async (state) => {
          const { to, cookie } = await setOut(portal);
          return end(portal, await cameBack(to, { state }), cookie);
        }),
      );
    },
    back: refused,
    also: noSession,
  },
  {
    tried:
      "The attacker's own answer, led to by a link, so that a reader goes on as the attacker: in a browser that did not set out, and in one that did",
    send: async (portal) => {
      const [attacker, reader] = [await setOut(portal), await setOut(portal)];
      const path = await cameBack(attacker.to);
      return [await portal.ask(path), await end(portal, path, reader.cookie)];
    },
    back: refused,
    also: noSession,
  },
  {
    tried: "A code that was given to another browser, with the state of one's own sign-in (what PKCE is for)",
    send: async (portal) => {
      const [stolen, own] = [await setOut(portal), await setOut(portal)];
      const state = own.to.searchParams.get("state");
      return end(portal, await cameBack(stolen.to, { state }, "victor"), own.cookie);
    },
    back: refused,
    also: noSession,
  },
  {
    tried: "A sign-in whose nonce was changed on the way to the account service, and one without a nonce",
    send: async (portal) => {
      const [changed, without] = [await setOut(portal), await setOut(portal)];
      changed.to.searchParams.set("nonce", "another-nonce");
      without.to.searchParams.delete("nonce");
      return Promise.all(
        [changed, without].map(async ({ to, cookie }) => end(portal, await cameBack(to), cookie)),
      );
    },
    back: refused,
    also: noSession,
  },
  {
    tried:
      "An answer that says it is of another account service (mix-up), and one with a code that was never given",
    send: async (portal) => {
      const [one, other] = [await setOut(portal), await setOut(portal)];
      return [
        await end(portal, await cameBack(one.to, { iss: "https://evil.example/" }), one.cookie),
        await end(portal, await cameBack(other.to, { code: "a-code-that-was-guessed" }), other.cookie),
      ];
    },
    back: refused,
    also: noSession,
  },
  {
    tried:
      "An answer that is used a second time, with everything that the browser held the first time (a replayed code)",
    send: async (portal) => {
      const { to, cookie } = await setOut(portal);
      const path = await cameBack(to, {}, "mallory");
      return [await end(portal, path, cookie), await end(portal, path, cookie)];
    },
    back: [[302, "/meetings"], refused],
    also: {
      "The first time a session began, the second time none.": (_portal, [first, second]) =>
        first !== undefined && isSignedIn(first) && second !== undefined && !isSignedIn(second),
    },
    writes: ["Session", "Person", "SignInAccount", "Event", "Seal"],
  },
  {
    tried: "An answer that is an error, with a page in its words",
    send: async (portal) => {
      const { to, cookie } = await setOut(portal);
      const words = "<script>alert(1)</script>";
      const state = to.searchParams.get("state") ?? "";
      const iss = new URL(".", to).href;
      const said = new URLSearchParams({
        iss,
        state,
        error: words,
        error_description: words,
        error_uri: words,
      });
      return end(portal, `${callback}?${said}`, cookie);
    },
    back: [302, "/sign-in?error="],
    also: {
      "Nothing of what it said is sent back.": (_portal, answers) =>
        answers.every(({ head, body }) => !/alert/.test(head + body)),
    },
  },
  {
    tried: "A sign-in whose way back was changed to another site, in the cookie that keeps it",
    send: async (portal) => {
      const { to, cookie } = await setOut(portal);
      const changed = cookie.replace(
        /(callback-url=)[^;]*/,
        `$1${encodeURIComponent("https://evil.example/")}`,
      );
      return end(portal, await cameBack(to), changed);
    },
    back: [302, "location: http://localhost:"],
    also: {
      "The other site's name stands in no header.": (_portal, answers) =>
        answers.every(({ head }) => !head.includes("evil.example")),
    },
    writes: ["Session", "SignInAccount"],
  },
];
