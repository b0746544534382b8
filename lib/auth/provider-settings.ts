import { now } from "../clock";
import { env } from "../env";
import { type GroupRule, readGroupRules } from "../people/group-rules";
import type { ClaimNames } from "./claims";
import type { ProviderClient } from "./provider-answers";
import { type Sealing, seal } from "./sealed";

/** Longest that the provider may take for one answer; people wait for it. */
export const patienceMs = 8_000;

/** What asking again about groups takes. */
export interface GroupSettings {
  client: ProviderClient;
  rules: readonly GroupRule[];
  names: ClaimNames;
  secret: string;
  everyMinutes: number;
}

/** How the provider is asked about groups between sign-ins; undefined where it is not. */
export function groupSettings(): GroupSettings | undefined {
  const settings = env();
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = settings;
  const secret = process.env.AUTH_SECRET;
  if (!issuer || !clientId || !clientSecret || !secret || settings.OIDC_GROUPS_MINUTES === 0)
    return undefined;
  return {
    client: { issuer, clientId, clientSecret, clientAuth: settings.OIDC_CLIENT_AUTH, patienceMs },
    rules: rulesOfGroups(),
    names: claimNames(),
    secret,
    everyMinutes: settings.OIDC_GROUPS_MINUTES,
  };
}

export function rulesOfGroups(): GroupRule[] {
  const rules = readGroupRules(env().GROUP_ROLES);
  return rules.ok ? rules.value : [];
}

export function claimNames(): ClaimNames {
  const settings = env();
  return {
    handle: settings.OIDC_CLAIM_HANDLE,
    name: settings.OIDC_CLAIM_NAME,
    email: settings.OIDC_CLAIM_EMAIL,
    zone: settings.OIDC_CLAIM_ZONE,
    groups: settings.OIDC_CLAIM_GROUPS,
  };
}

/** What a token is sealed with: it opens for this account only. */
export function sealingOf({ secret, client }: GroupSettings, subject: string): Sealing {
  return { secret, about: `${client.issuer} ${subject}` };
}

/** What a sign-in brings to ask again with; undefined where that is not wanted, or the provider gave nothing. */
export function keptToken(
  settings: GroupSettings | undefined,
  subject: string,
  refreshToken: string | undefined,
): { sealedToken: string; askAt: Date } | undefined {
  if (!settings || !refreshToken) return undefined;
  const askAt = new Date(now().getTime() + settings.everyMinutes * 60_000);
  return { sealedToken: seal(refreshToken, sealingOf(settings, subject)), askAt };
}
