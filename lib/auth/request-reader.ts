import { type Actor, thePublic } from "../workflow/actor";
import { sessionIdOf } from "./cookie-header";
import { findReader } from "./reader";

/** Whose session a request carries, read from its own cookies: for routes that are called with nothing but a Request. */
export async function actorOfCookies(request: Request): Promise<Actor> {
  const sessionId = await sessionIdOf(request.headers.get("cookie") ?? "");
  return sessionId ? (await findReader(sessionId)).actor : thePublic;
}
