import { z } from "zod";

/** The client that the portal is at a provider. */
export interface ProviderClient {
  issuer: string;
  clientId: string;
  clientSecret: string;
  clientAuth: "client_secret_basic" | "client_secret_post";
  /** Longest that it may take for one answer. */
  patienceMs: number;
}

export interface Endpoints {
  token: string;
  userinfo: string;
}

/** It did not answer, or not in a way that says anything about somebody: to be asked later. */
export class NoAnswer extends Error {
  override name = "NoAnswer";
}

const configuration = z.object({
  issuer: z.string(),
  token_endpoint: z.url(),
  userinfo_endpoint: z.url(),
});

/** Where the provider is asked. Throws `NoAnswer`. */
export async function findEndpoints(client: ProviderClient): Promise<Endpoints> {
  const address = `${client.issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
  const read = configuration.safeParse((await ask(client, address)).body);
  if (!read.success) throw new NoAnswer("its configuration lacks what is needed");
  const { issuer, token_endpoint: token, userinfo_endpoint: userinfo } = read.data;
  if (issuer !== client.issuer) throw new NoAnswer(`it calls itself ${issuer}`);
  return { token, userinfo };
}

const renewed = z.object({ access_token: z.string().min(1), refresh_token: z.string().min(1).optional() });
const revoked = z.object({ error: z.literal("invalid_grant") });

/** A new token to ask with, and the one that replaces the old. Null where the provider says that the grant is over. */
export async function renewToken(
  client: ProviderClient,
  { token }: Endpoints,
  refreshToken: string,
): Promise<{ access: string; refresh: string } | null> {
  const body = new URLSearchParams({ grant_type: "refresh_token", refresh_token: refreshToken });
  const headers = new Headers();
  if (client.clientAuth === "client_secret_basic") {
    const pair = [client.clientId, client.clientSecret].map(encodeURIComponent).join(":");
    headers.set("authorization", `Basic ${Buffer.from(pair).toString("base64")}`);
  } else {
    body.set("client_id", client.clientId);
    body.set("client_secret", client.clientSecret);
  }
  const answer = await ask(client, token, { method: "POST", headers, body });
  if (answer.status === 400 && revoked.safeParse(answer.body).success) return null;
  const read = renewed.safeParse(answer.body);
  if (answer.status !== 200 || !read.success) throw new NoAnswer(`it answered ${answer.status} to a renewal`);
  return { access: read.data.access_token, refresh: read.data.refresh_token ?? refreshToken };
}

/** What the provider says of somebody today. Throws `NoAnswer`. */
export async function readUserinfo(
  client: ProviderClient,
  { userinfo }: Endpoints,
  access: string,
): Promise<Record<string, unknown>> {
  const answer = await ask(client, userinfo, { headers: { authorization: `Bearer ${access}` } });
  const read = z.record(z.string(), z.unknown()).safeParse(answer.body);
  if (answer.status !== 200 || !read.success)
    throw new NoAnswer(`it answered ${answer.status} about somebody`);
  return read.data;
}

async function ask(client: ProviderClient, address: string, init: RequestInit = {}) {
  try {
    const signal = AbortSignal.timeout(client.patienceMs);
    const response = await fetch(address, { ...init, signal, redirect: "error" });
    const body: unknown = await response.json();
    return { status: response.status, body };
  } catch (failure) {
    throw new NoAnswer("it did not answer", { cause: failure });
  }
}
