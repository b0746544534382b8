import { customFetch } from "next-auth";
import type { OIDCConfig } from "next-auth/providers";
import { noteRefusedSignIn } from "../audit/commands/note-sign-in";
import { env } from "../env";
import { log } from "../log";
import { findPersonOfAccount } from "../people/account-queries";
import { signInPerson } from "../people/commands/sign-in-person";
import { readClaims } from "./claims";
import { claimNames, groupSettings, keptToken, patienceMs, rulesOfGroups } from "./provider-settings";

/** Whether somebody can come in with an account of the provider, and what people call it. */
export function providerName(): string | undefined {
  const { OIDC_ISSUER, OIDC_NAME } = env();
  return OIDC_ISSUER && OIDC_NAME;
}

/** The provider of the settings, for next-auth; none where they name none. */
export function oidcProvider(): OIDCConfig<Record<string, unknown>>[] {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_SCOPES, OIDC_CLIENT_AUTH, OIDC_NAME } = env();
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return [];
  return [
    {
      id: "oidc",
      name: OIDC_NAME,
      type: "oidc",
      issuer: OIDC_ISSUER,
      clientId: OIDC_CLIENT_ID,
      clientSecret: OIDC_CLIENT_SECRET,
      client: { token_endpoint_auth_method: OIDC_CLIENT_AUTH },
      authorization: { params: groupSettings() ? offline(OIDC_SCOPES) : { scope: OIDC_SCOPES } },
      checks: ["pkce", "state", "nonce"],
      // Strict providers give claims by userinfo only.
      idToken: false,
      // A provider that does not answer must not hold the portal's request for ever.
      [customFetch]: (input: string | URL | Request, init?: RequestInit) =>
        fetch(input, { ...init, signal: AbortSignal.timeout(patienceMs) }),
      profile: (claims: Record<string, unknown>) => ({ id: String(claims.sub) }),
    },
  ];
}

/** Asked for what holds while somebody is away, a provider has to ask them (OpenID Connect Core 11). */
function offline(scopes: string): Record<string, string> {
  return { scope: [...new Set([...scopes.split(" "), "offline_access"])].join(" "), prompt: "consent" };
}

/** Who the provider says came in: the id of their person here, or the reason why not, as the sign-in page knows it. */
export async function personOfClaims(
  claims: Record<string, unknown>,
  refreshToken?: string,
): Promise<{ personId: number } | { refused: "claims" | "ended" | "taken" }> {
  const { OIDC_ISSUER: issuer = "", FIRST_ADMIN } = env();
  const read = readClaims(claims, claimNames());
  if (!read) {
    log.warn({ claims: Object.keys(claims) }, "the provider's claims name nobody: see OIDC_CLAIM_HANDLE");
    await noteRefusedSignIn("oidc", "claims");
    return { refused: "claims" };
  }
  const token = keptToken(groupSettings(), read.subject, refreshToken);
  const found = await signInPerson({
    issuer,
    claims: read,
    rules: rulesOfGroups(),
    ...(token && { token }),
    ...(FIRST_ADMIN && { firstAdmin: FIRST_ADMIN.replace(/^@/, "") }),
  });
  if (found.ok) return { personId: found.value.personId };
  const why = found.refusal.code === "forbidden" ? "ended" : "taken";
  await noteRefusedSignIn("oidc", why, await findPersonOfAccount(issuer, read.subject));
  return { refused: why };
}
