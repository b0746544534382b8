import { headers } from "next/headers";
import NextAuth from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { z } from "zod";
import { env } from "../env";
import { log } from "../log";
import { findDemoPerson } from "./demo-people";
import { oidcProvider, personOfClaims } from "./provider";
import { isSecure, sessionCookie } from "./session-cookie";
import { endSession, startSession } from "./sessions";
import { redeemSignInLink } from "./sign-in-links";

const demoSignIn = Credentials({
  id: "demo",
  credentials: { handle: {} },
  authorize: async (given) => findDemoPerson(z.object({ handle: z.string() }).parse(given).handle),
});

/** The link of a mail: its token is used up by this, and by nothing before. */
const mailSignIn = Credentials({
  id: "mail",
  credentials: { token: {} },
  authorize: async (given) => redeemSignInLink(z.object({ token: z.string().max(200) }).parse(given).token),
});

const seconds = () => env().SESSION_HOURS * 3600;

/** The only use of next-auth (docs/adr/003-next-auth-behind-one-door.md). */
export const { handlers, signIn, signOut } = NextAuth(() => ({
  trustHost: true,
  useSecureCookies: isSecure(),
  cookies: { sessionToken: sessionCookie() },
  logger: {
    error: (failure) => log.warn({ failure }, "a sign-in failed"),
    warn: (code) => log.debug({ code }, "next-auth warns"),
    debug: () => {},
  },
  session: { strategy: "jwt", maxAge: seconds() },
  pages: { signIn: "/sign-in", error: "/sign-in" },
  providers: [demoSignIn, mailSignIn, ...oidcProvider()],
  callbacks: {
    signIn: async ({ account, profile, user }) => {
      if (account?.provider !== "oidc") return true;
      const found = await personOfClaims(profile ?? {}, account.refresh_token);
      if ("refused" in found) return `/sign-in?error=${found.refused}`;
      user.id = String(found.personId);
      return true;
    },
    // The cookie carries only the name of a row: who that is and what they may do is read anew at each request.
    jwt: async ({ token, user, account }) =>
      user?.id
        ? {
            sid: await startSession(Number(user.id), {
              seconds: seconds(),
              method: account?.provider ?? "demo",
              agent: (await headers()).get("user-agent") ?? "",
            }),
          }
        : token,
  },
  events: {
    signOut: async (message) => {
      if ("token" in message && typeof message.token?.sid === "string") await endSession(message.token.sid);
    },
  },
}));
