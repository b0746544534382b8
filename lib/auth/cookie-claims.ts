import { decode } from "next-auth/jwt";
import { now } from "../clock";

interface Known {
  sessionId: string;
  /** Milliseconds; the cookie ends then by itself. */
  until: number;
}

// Opening a cookie derives a key and decrypts: a tenth of a page's time. The same cookie comes with every request of a
// browser, so what was in the last ones is remembered; whether its session still holds is asked each time all the same.
const known = new Map<string, Known>();
const mostKnown = 2_000;
const longest = 4_096;

/** The session that a signed cookie names; undefined where it was not made by this portal, or is too old. */
export async function sessionIdIn(name: string, token: string, secret: string): Promise<string | undefined> {
  const key = `${name} ${token}`;
  const found = known.get(key);
  if (found && found.until > now().getTime()) return found.sessionId;
  known.delete(key);
  const claims = await decode<{ sid?: unknown; exp?: number }>({ token, secret, salt: name }).catch(
    () => null,
  );
  if (typeof claims?.sid !== "string") return undefined;
  if (claims.exp && token.length <= longest)
    remember(key, { sessionId: claims.sid, until: claims.exp * 1000 });
  return claims.sid;
}

/** Only what was valid is remembered, so that nobody can push the others out with rubbish. */
function remember(key: string, found: Known): void {
  const oldest = known.keys().next();
  if (known.size >= mostKnown && !oldest.done) known.delete(oldest.value);
  known.set(key, found);
}
