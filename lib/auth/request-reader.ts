import { type Actor, thePublic } from "../workflow/actor";
import { sessionIdIn } from "./cookie-claims";
import { cookieNames, findReader } from "./reader";

/** Whose session a request carries, read from its own cookies: for routes that are called with nothing but a Request. */
export async function actorOfCookies(request: Request): Promise<Actor> {
  const secret = process.env.AUTH_SECRET;
  const held = cookiesOf(request.headers.get("cookie") ?? "");
  for (const name of cookieNames) {
    const token = held.get(name);
    const sessionId = token && secret ? await sessionIdIn(name, token, secret) : undefined;
    if (sessionId) return (await findReader(sessionId)).actor;
  }
  return thePublic;
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
