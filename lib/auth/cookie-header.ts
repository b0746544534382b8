import { sessionIdIn } from "./cookie-claims";
import { sessionCookie } from "./session-cookie";

/** The session that a header of cookies names, where this portal made that cookie. Asks no database. */
export async function sessionIdOf(header: string): Promise<string | undefined> {
  const { name } = sessionCookie();
  const secret = process.env.AUTH_SECRET;
  const token = secret ? cookiesOf(header).get(name) : undefined;
  return token && secret ? sessionIdIn(name, token, secret) : undefined;
}

function cookiesOf(header: string): Map<string, string> {
  const pairs = header.split(";").map((pair) => pair.trim().split("="));
  return new Map(pairs.map(([name = "", ...value]) => [name, decoded(value.join("="))]));
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
