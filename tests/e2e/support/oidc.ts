import { generateKeyPairSync, randomUUID } from "node:crypto";
import { createServer, type Server } from "node:http";
import Provider from "oidc-provider";
import { portOf } from "@/lib/server/listen";

/** Somebody whom the provider knows, and their groups of now. */
export interface ProviderAccount {
  name: string;
  groups: string[];
}

export interface TestProvider {
  /** With a slash at the end, as Ipsilon has it. */
  issuer: string;
  accounts: Map<string, ProviderAccount>;
  /** Lets the portal at this address send people; until then it answers nothing. */
  serves(redirectAddress: string): void;
  /** Takes new keys, as providers do from time to time. */
  rotateKeys(): void;
  /** Answers nothing any more, until it is told to go on. */
  sleep(asleep: boolean): void;
  /** What somebody's sign-in would leave with the portal, to ask again with. */
  refreshTokenOf(login: string): Promise<string>;
  stop(): Promise<void>;
}

const client = { id: "portal", secret: "a-secret-of-the-journeys-0000000000" };
export const providerClient = client;

/** A real OpenID provider on loopback, with a sign-in page of its own: any password is right. */
export async function testProvider(): Promise<TestProvider> {
  const accounts = new Map<string, ProviderAccount>();
  let asleep = false;
  let provider: Provider | undefined;
  let answer: ReturnType<Provider["callback"]> | undefined;
  const server = createServer((request, response) => {
    if (asleep) return; // it holds the connection and says nothing
    const path = request.url ?? "/";
    // The issuer has a path: what the provider itself knows begins after it.
    Object.assign(request, { originalUrl: path, url: path.replace(/^\/openidc(?=\/)/, "") });
    if (answer) void answer(request, response);
  });
  const port = await listening(server);
  const issuer = `http://localhost:${port}/openidc/`;
  let redirectAddress = "";
  const make = () => {
    provider = providerOf(issuer, accounts, redirectAddress);
    answer = provider.callback();
  };
  return {
    issuer,
    accounts,
    serves: (address) => {
      redirectAddress = address;
      make();
    },
    rotateKeys: make,
    sleep: (now) => {
      asleep = now;
    },
    refreshTokenOf: async (login) => {
      if (!provider) throw new Error("it serves nobody yet");
      return refreshToken(provider, login);
    },
    stop: () =>
      new Promise((ok) => {
        server.close(() => ok());
        server.closeAllConnections();
      }),
  };
}

const granted = "openid profile email groups offline_access";

async function refreshToken(provider: Provider, accountId: string): Promise<string> {
  const found = await provider.Client.find(client.id);
  if (!found) throw new Error("the portal is no client of it");
  const grant = new provider.Grant({ accountId, clientId: client.id });
  grant.addOIDCScope(granted);
  const grantId = await grant.save();
  const token = new provider.RefreshToken({
    ...{ accountId, client: found, grantId, scope: granted, gty: "authorization_code" },
    expiresWithSession: false,
  });
  return token.save();
}

function listening(server: Server): Promise<number> {
  return new Promise((ok) => {
    server.listen(0, "localhost", () => ok(portOf(server)));
  });
}

function providerOf(
  issuer: string,
  accounts: ReadonlyMap<string, ProviderAccount>,
  redirectAddress: string,
): Provider {
  return new Provider(issuer, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [redirectAddress],
        grant_types: ["authorization_code", "refresh_token"],
        response_types: ["code"],
        token_endpoint_auth_method: "client_secret_post",
      },
    ],
    claims: {
      openid: ["sub"],
      profile: ["name", "nickname", "zoneinfo"],
      email: ["email", "email_verified"],
      groups: ["groups"],
    },
    scopes: ["openid", "profile", "email", "groups", "offline_access"],
    // Each renewal makes the token before worthless.
    rotateRefreshToken: true,
    findAccount: async (_context, id) => {
      const account = accounts.get(id);
      if (!account) return undefined;
      const email = `${id}@example.org`;
      const claims = { sub: id, nickname: id, email, email_verified: true, zoneinfo: "Europe/Vienna" };
      return { accountId: id, claims: async () => ({ ...claims, ...account }) };
    },
    jwks: { keys: [newKey()] },
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600, RefreshToken: 600 },
    pkce: { required: () => true },
    cookies: { keys: ["journeys"] },
    features: { devInteractions: { enabled: true } },
  });
}

function newKey() {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return { ...privateKey.export({ format: "jwk" }), use: "sig", alg: "RS256", kid: randomUUID() };
}
