import NextAuth from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { z } from "zod";
import { findDemoPerson } from "./demo-people";
import { endSession, startSession } from "./sessions";

/** How long a sign-in holds. The row in the database ends it earlier when it is deleted. */
export const sessionSeconds = 7 * 24 * 3600;

const demoSignIn = Credentials({
  id: "demo",
  credentials: { handle: {} },
  authorize: async (given) => findDemoPerson(z.object({ handle: z.string() }).parse(given).handle),
});

/** The only use of next-auth (docs/adr/003-next-auth-behind-one-door.md). */
export const { handlers, signIn, signOut } = NextAuth({
  trustHost: true,
  session: { strategy: "jwt", maxAge: sessionSeconds },
  pages: { signIn: "/sign-in", error: "/sign-in" },
  providers: [demoSignIn],
  callbacks: {
    // The cookie carries only the name of a row: who that is and what they may do is read anew at each request.
    jwt: async ({ token, user }) =>
      user?.id ? { sid: await startSession(Number(user.id), sessionSeconds) } : token,
  },
  events: {
    signOut: async (message) => {
      if ("token" in message && typeof message.token?.sid === "string") await endSession(message.token.sid);
    },
  },
});
