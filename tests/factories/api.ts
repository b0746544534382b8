import { encode } from "next-auth/jwt";
import { answer } from "@/lib/api/answer";
import { operations } from "@/lib/api/registry";
import { startSession } from "@/lib/auth/sessions";
import { createToken } from "@/lib/tokens/commands/create-token";
import { createTokenInput } from "@/lib/tokens/schema";
import type { Person } from "./people";
import { expectDone } from "./proposals";

export interface Answered {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: each test says what it expects of the body
  body: any;
}

/** A token as somebody makes it: `await aToken(ada)`, `await aToken(ada, { scope: "read" })`. */
export async function aToken(person: Person, given: object = {}): Promise<string> {
  const input = createTokenInput.parse({ name: "a test", scope: "write", ...given });
  return expectDone(await createToken(person, input)).secret ?? "";
}

/** The cookie of somebody who has signed in with a browser. */
export async function aCookie(person: Person): Promise<string> {
  const name = "authjs.session-token";
  process.env.AUTH_SECRET ??= "a secret for tests, as long as it has to be";
  const sid = await startSession(person.personId, { seconds: 3600 });
  return `${name}=${await encode({ token: { sid }, secret: process.env.AUTH_SECRET, salt: name })}`;
}

interface Asked {
  token?: string | undefined;
  body?: unknown;
  headers?: Record<string, string>;
}

/** Calls the API as a program would, without a server between: `await call("GET /proposals/63")`. */
export async function call(route: string, { token, body, headers = {} }: Asked = {}): Promise<Answered> {
  const [method = "GET", path = "/"] = route.split(" ");
  const url = new URL(`http://portal.test/api/v1${path}`);
  const request = new Request(url, {
    method,
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { "content-type": "application/json" }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const response = await answer(request, operations);
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.match(/[/+]json(;|$)/);
  return {
    status: response.status,
    headers: response.headers,
    body: isJson && text ? JSON.parse(text) : text,
  };
}
