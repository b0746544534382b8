import { encode } from "next-auth/jwt";
import pg from "pg";

const cookieName = "authjs.session-token";

/** Signs a person in as the portal would: a row in the database, and a cookie that names it. */
export async function signIn(url: string, personId: number, secret: string): Promise<string> {
  const sid = `bench-session-of-${personId}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    `INSERT INTO "Session" ("id", "personId", "expiresAt") VALUES ($1, $2, now() + interval '1 day') ON CONFLICT DO NOTHING`,
    [sid, personId],
  );
  await client.end();
  return `${cookieName}=${await encode({ token: { sid }, secret, salt: cookieName, maxAge: 86_400 })}`;
}
