import { z } from "zod";
import { httpsAddress } from "../addresses";
import { defineRequestType } from "../define-request-type";
import { list, text } from "../fields";
import { eachOnce, quoted, rfc1123Label } from "../names";

const scopes = ["openid", "profile", "email", "groups", "offline_access"] as const;
const address = "https://app.example.org/callback";

export const oidcClient = defineRequestType({
  key: "oidc_client",
  label: "Sign-in for an application",
  area: "Accounts and access",
  summary: "An OpenID Connect client, so that people sign in to an application with their account.",
  whyWeAsk:
    "Tokens are sent to these addresses and to no others; one that is too wide would hand somebody’s sign-in to a stranger.",
  boardGated: false,
  capability: "sso",
  expectedDays: 7,
  schema: z.strictObject({
    clientName: rfc1123Label("a client", "stream-console"),
    redirectUris: eachOnce(httpsAddress(address, whyNoRedirect), { least: 1, most: 20, example: address }),
    scopes: eachOnce(
      z.enum(scopes, {
        error: ({ input }) =>
          `${quoted(input)} is not a scope that we give; give any of ${scopes.join(", ")}.`,
      }),
      { least: 1, most: scopes.length, example: "openid" },
    ).refine((asked) => asked.includes("openid"), "Sign-in needs the scope openid; add it."),
    groups: eachOnce(rfc1123Label("a group", "sig-cloud"), { most: 20, example: "sig-cloud" }).optional(),
  }),
  fields: [
    text("clientName", "Client name", "Lower-case letters, digits and hyphens.", "stream-console"),
    list(
      "redirectUris",
      "Redirect addresses",
      "One on each line, in full and by https; no wildcards.",
      address,
      { oneItemPerLine: true },
    ),
    list("scopes", "Scopes", `Any of ${scopes.join(", ")}.`, "openid, profile, email", {
      initial: "openid, profile, email",
    }),
    list("groups", "Groups", "Only members of these may sign in; empty for everybody.", "sig-cloud", {
      optional: true,
    }),
  ],
  accepts: [
    "Every redirect address belongs to a host that the project or the SIG runs.",
    "The scopes are no wider than what the application shows.",
    "Every group exists.",
  ],
  checks: [
    "A member signs in, and somebody who is not one is turned away.",
    "Taken out of the group, the member cannot sign in any more.",
  ],
});

/** RFC 9700, 2.1 and 4.1: redirect addresses are compared letter by letter. */
function whyNoRedirect(text: string): string | undefined {
  if (text.includes("*")) return "holds a wildcard, which would send sign-ins to strangers";
  return text.includes("#") ? "holds a fragment, which is not allowed there" : undefined;
}
