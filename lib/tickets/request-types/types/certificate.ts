import { z } from "zod";
import { defineRequestType } from "../define-request-type";
import { isRecordName, normalizedDnsName } from "../dns-names";
import { choice, list } from "../fields";
import { eachOnce, quoted } from "../names";

const issuers = [
  { value: "letsencrypt", label: "Let’s Encrypt" },
  { value: "community_ca", label: "The community’s own authority (inside only)" },
  { value: "commercial", label: "A commercial authority" },
] as const;
const renewals = [
  { value: "acme_dns", label: "By itself, proven in DNS" },
  { value: "acme_http", label: "By itself, proven over HTTP" },
  { value: "manual", label: "By hand" },
] as const;

export const certificate = defineRequestType({
  key: "certificate",
  label: "Certificate",
  area: "Names and certificates",
  summary: "A TLS certificate for one name or several.",
  whyWeAsk: "A certificate that nobody renews takes the service down on a date that is known today.",
  boardGated: false,
  capability: "tls",
  expectedDays: 7,
  schema: z
    .strictObject({
      names: eachOnce(
        z
          .string()
          .trim()
          .max(253, "A DNS name has at most 253 characters.")
          .overwrite(normalizedDnsName)
          .refine((name) => isRecordName(name) && !name.includes("_"), {
            error: ({ input }) =>
              `${quoted(input)} is not a name for a certificate; give one such as api.stream.example.org.`,
          }),
        { least: 1, most: 100, example: "api.stream.example.org" },
      ),
      issuer: z.enum(["letsencrypt", "community_ca", "commercial"]),
      renewal: z.enum(["acme_dns", "acme_http", "manual"]),
    })
    .superRefine(({ names, issuer, renewal }, context) => {
      if (renewal === "acme_http" && names.some((name) => name.startsWith("*."))) {
        const message = "A wildcard cannot be proven over HTTP; choose the proof in DNS.";
        context.addIssue({ code: "custom", path: ["renewal"], message });
      }
      if (issuer === "letsencrypt" && renewal === "manual") {
        const message = "Certificates of Let’s Encrypt live 90 days at most; choose a renewal by itself.";
        context.addIssue({ code: "custom", path: ["renewal"], message });
      }
    }),
  fields: [
    list(
      "names",
      "Names",
      "Every name that it covers. A wildcard may stand in front.",
      "api.stream.example.org",
    ),
    choice(["issuer", "Issuer", "Who signs it.", "letsencrypt"], issuers, { initial: "letsencrypt" }),
    choice(["renewal", "Renewal", "How it stays valid.", "acme_dns"], renewals, { initial: "acme_dns" }),
  ],
  accepts: [
    "Every name is in a zone that we keep, or its owner agrees.",
    "A CAA record, where there is one, names the issuer.",
    "Where it is renewed by hand: a person and a date are named.",
  ],
  checks: ["The chain is valid from outside.", "One renewal went through, and the service took it up."],
});
