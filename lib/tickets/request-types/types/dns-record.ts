import { z } from "zod";
import { type Details, defineRequestType } from "../define-request-type";
import { normalizedDnsName } from "../dns-names";
import { dnsProblems, dnsTypes, normalizedDnsValue } from "../dns-values";
import { wholeNumber } from "../names";

const typesWithHosts = ["CNAME", "MX", "SRV"];

/** Names and values are normalized before they are judged; RFC 1034, 1035, 2782. */
const schema = z
  .strictObject({
    name: z.string().max(300, "A DNS name has at most 253 characters.").transform(normalizedDnsName),
    type: z.enum(dnsTypes),
    values: z
      .array(z.string())
      .min(1, "Give at least one value, such as 192.0.2.10.")
      .max(20, "Give at most 20 values; ask for more in a second request."),
    ttlSeconds: wholeNumber(60, 604800, 3600),
  })
  .transform((record) => ({
    ...record,
    values: record.values.map((value) => normalizedDnsValue(record.type, value)),
  }))
  .superRefine((record, context) => {
    for (const [field, message] of dnsProblems(record)) {
      context.addIssue({ code: "custom", path: [field], message });
    }
  });

export const dnsRecord = defineRequestType({
  key: "dns_record",
  label: "DNS record",
  area: "Names and certificates",
  summary: "One name and where it points.",
  whyWeAsk: "A record goes live for everybody at once, so we check name, type and values before it does.",
  boardGated: false,
  capability: "dns",
  expectedDays: 5,
  schema,
  fields: [
    {
      name: "name",
      label: "Name",
      hint: "The full name. A wildcard may stand in front.",
      example: "api.stream.example.org",
      control: "text",
      group: "Record",
    },
    {
      name: "type",
      label: "Type",
      hint: "A for IPv4, AAAA for IPv6.",
      example: "A",
      control: "select",
      options: dnsTypes.map((type) => ({ value: type, label: type })),
      group: "Record",
    },
    {
      name: "values",
      label: "Values",
      hint: "One on each line.",
      example: "192.0.2.10",
      control: "list",
      oneItemPerLine: true,
      group: "Record",
    },
    {
      name: "ttlSeconds",
      label: "Time to live, in seconds",
      hint: "From 60 (a minute) to 604800 (a week).",
      example: "3600",
      initial: "3600",
      control: "number",
      group: "Record",
    },
  ],
  accepts: [
    "The zone is one that we keep, and the name in it is free or yours.",
    "The addresses belong to the project or to the SIG that asks.",
    "No CNAME would stand beside other records of the same name.",
  ],
  checks: [
    "A resolver outside our network gives the values.",
    "The old values, if any, are gone after the time to live.",
  ],
  notesOn: trailingDots,
});

/** A trailing dot is right in a zone file and superfluous here: it goes, and we say so. */
function trailingDots(raw: Details): string[] {
  const notes: string[] = [];
  if (endsWithDot(raw.name)) notes.push("The dot at the end of the name was left out.");
  const hosts = typesWithHosts.includes(String(raw.type)) && Array.isArray(raw.values) ? raw.values : [];
  if (hosts.some(endsWithDot)) notes.push("The dot at the end of a value was left out.");
  return notes;
}

function endsWithDot(value: unknown): boolean {
  return typeof value === "string" && value.trim().endsWith(".");
}
