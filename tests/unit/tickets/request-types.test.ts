import { describe, expect, test } from "vitest";
import { capabilityTemplate } from "../../../lib/region/template";
import { findRequestType, requestTypeKeys, requestTypes } from "../../../lib/tickets/request-types/catalogue";
import {
  detailsAsForm,
  hasValidDetails,
  parseDetails,
} from "../../../lib/tickets/request-types/parse-details";
import { detailsOf, type Form, good, messagesFor } from "./good-details";

describe.each(requestTypes)("$key", (type) => {
  const form = good[type.key] ?? {};

  test("takes a good form, and what it keeps is valid again and gives the same form", () => {
    const { details } = detailsOf(type.key);
    expect(hasValidDetails(type.key, JSON.parse(JSON.stringify(details)))).toBe(true);
    expect(parseDetails(type.key, detailsAsForm(type.key, details))).toMatchObject({ value: { details } });
    expect(parseDetails(type.key, details)).toMatchObject({ ok: true, value: { details } });
  });

  test("says which field is missing and shows an example", () => {
    for (const field of type.fields) {
      const messages = messagesFor(type.key, { [field.name]: "  " });
      if (field.optional) expect(messages).toEqual([]);
      else expect(messages.join()).toMatch(new RegExp(`^details.${field.name}: .*(missing|at least|Say)`));
    }
  });

  test("has an example in every field that its own schema takes", () => {
    const examples = Object.fromEntries(
      type.fields.map((field) => [
        field.name,
        field.options?.find((option) => option.label === field.example)?.value ?? field.example,
      ]),
    );
    expect(parseDetails(type.key, examples)).toMatchObject({ ok: true });
  });

  test("serves a capability of the template, and says when it is done", () => {
    const keys = capabilityTemplate.map((capability) => capability.key);
    if (type.capability) expect(keys).toContain(type.capability);
    expect(type.checks.length).toBeGreaterThan(0);
    expect(type.accepts.length).toBeGreaterThan(0);
    expect(type.expectedDays).toBeGreaterThan(0);
    for (const sentence of [...type.accepts, ...type.checks]) expect(sentence).toMatch(/^[A-Za-z].*\.$/);
  });

  test("begins with defaults that its schema does not mind", () => {
    const defaults = Object.fromEntries(type.fields.map(({ name, initial }) => [name, initial ?? ""]));
    for (const { name, initial } of type.fields) {
      if (initial) expect(messagesFor(type.key, { ...defaults, ...form, [name]: initial })).toEqual([]);
    }
  });

  test("refuses details that it does not know when they come typed", () => {
    const { details } = detailsOf(type.key);
    expect(hasValidDetails(type.key, { ...details, root: "yes" })).toBe(false);
  });

  test("keeps fields of another type out", () => {
    expect(detailsOf(type.key, { foreign: "x", __proto__: "y" }).details).toEqual(
      detailsOf(type.key).details,
    );
  });

  test("ends in a list of checks", () => {
    const markdown = type.toMarkdown(detailsOf(type.key).details);
    expect(markdown).toContain(`### ${type.label}\n\n`);
    for (const check of type.checks) expect(markdown).toContain(`- ${check}`);
    expect(Object.keys(form).length).toBeGreaterThan(0);
  });
});

test("an unknown type is refused with the list of types", () => {
  for (const key of ["", "toString", "__proto__", "openshift"]) {
    const parsed = parseDetails(key, {});
    expect(parsed).toMatchObject({
      ok: false,
      refusal: { code: "invalid", errors: [{ path: "requestType" }] },
    });
    if (!parsed.ok) for (const known of requestTypeKeys) expect(parsed.refusal.message).toContain(known);
  }
  expect(findRequestType(undefined)).toBeUndefined();
  expect(hasValidDetails(null, {})).toBe(false);
});

const long = "a".repeat(64);

test.each<[string, Form, string]>([
  [
    "openshift_project",
    { projectName: "Stream" },
    "details.projectName: “Stream” is not a name for a project",
  ],
  ["openshift_project", { projectName: "-stream" }, "details.projectName: “-stream” is not a name"],
  ["openshift_project", { projectName: "stream.region" }, "details.projectName: “stream.region” is not"],
  ["openshift_project", { projectName: long }, "details.projectName: “aaaa"],
  ["openshift_project", { projectName: "a\nb" }, "details.projectName: “a\nb” is not"],
  ["openshift_project", { projectName: "openshift-config" }, "is kept for the cluster itself"],
  ["openshift_project", { projectName: "default" }, "is kept for the cluster itself"],
  ["openshift_project", { admins: "Bob!, tmori" }, "details.admins: “Bob!” is not an account name"],
  ["openshift_project", { admins: "tmori tmori" }, "details.admins: “tmori” is there twice"],
  ["openshift_project", { admins: ", ;" }, "details.admins: Name at least one admin"],
  [
    "openshift_project",
    { admins: Array.from({ length: 21 }, (_, n) => `p${n}`).join() },
    "at most 20 accounts",
  ],
  ["openshift_project", { relatedTicket: "a\nb" }, "details.relatedTicket: Write it on one line"],
  ["bare_metal", { count: "0" }, "details.count: Give a whole number from 1 to 500"],
  ["bare_metal", { count: "501" }, "details.count: Give a whole number from 1 to 500"],
  ["bare_metal", { count: "2.5" }, "details.count: “2.5” is not a whole number"],
  ["bare_metal", { count: "many" }, "details.count: “many” is not a whole number"],
  ["bare_metal", { count: "1e2" }, "details.count: “1e2” is not a whole number"],
  ["bare_metal", { memoryGib: "-1" }, "details.memoryGib: Give a whole number from 1"],
  ["bare_metal", { diskGib: "0" }, "details.diskGib: Give a whole number from 1"],
  [
    "bare_metal",
    { architecture: "sparc" },
    "details.architecture: “sparc” is not among the choices; choose one of x86_64",
  ],
  ["bare_metal", { raid: "raid99" }, "details.raid: “raid99” is not among the choices"],
  ["sig_group", { groupName: "cloud" }, "details.groupName: “cloud” is not a group name: write sig-"],
  ["sig_group", { groupName: "sig-" }, "details.groupName: “sig-” is not"],
  ["sig_group", { groupName: "SIG-Cloud" }, "details.groupName: “SIG-Cloud” is not"],
  ["sig_group", { description: "x".repeat(201) }, "details.description: Use at most 200"],
  ["sig_group", { chair: "two people" }, "details.chair: “two people” is not an account name"],
  ["general", { kind: "wish" }, "details.kind: “wish” is not among the choices"],
  ["general", { description: "help" }, "details.description: Describe it"],
  ["general", { description: "x".repeat(20_001) }, "details.description: Use at most 20,000"],
])("%s refuses %o", (type, changes, message) => {
  expect(messagesFor(type, changes).join("\n")).toContain(message);
});

test.each<[string, string, string, string[]]>([
  ["api.example.org", "A", "192.0.2.10", ["192.0.2.10"]],
  ["API.Example.org", "AAAA", "2001:DB8::10", ["2001:db8::10"]],
  ["*.apps.example.org", "CNAME", "LB.example.org", ["lb.example.org"]],
  ["_acme-challenge.example.org", "TXT", "v=spf1 include:a.org, b -all", ["v=spf1 include:a.org, b -all"]],
  [
    "example.org",
    "MX",
    "10   mail.example.org\n20 mail2.example.org",
    ["10 mail.example.org", "20 mail2.example.org"],
  ],
  [
    "_etcd-server-ssl._tcp.example.org",
    "SRV",
    "0 10 2380 etcd-0.example.org",
    ["0 10 2380 etcd-0.example.org"],
  ],
])("a record %s %s takes %j", (name, type, values, kept) => {
  const parsed = detailsOf("dns_record", { name, type, values });
  expect(parsed.details).toMatchObject({ name: name.toLowerCase(), values: kept });
  expect(parsed.notes).toEqual([]);
});

test.each<[string, Form, string]>([
  ["an address that is none", { values: "192.0.2.256" }, "“192.0.2.256” does not fit a record of type A"],
  ["an address with leading zeros", { values: "192.0.2.010" }, "such as 192.0.2.10"],
  ["IPv6 in an A record", { values: "2001:db8::1" }, "of type A"],
  ["IPv4 in an AAAA record", { type: "AAAA" }, "of type AAAA"],
  ["an address in a CNAME", { type: "CNAME", values: "192.0.2.10" }, "a host name such as lb.example.org"],
  ["two values of a CNAME", { type: "CNAME", values: "a.example.org\nb.example.org" }, "exactly one value"],
  ["a CNAME to itself", { type: "CNAME", values: "API.stream.example.org." }, "cannot point at itself"],
  ["an MX without priority", { type: "MX", values: "mail.example.org" }, "a priority from 0 to 65535"],
  [
    "an MX with a huge priority",
    { type: "MX", values: "65536 mail.example.org" },
    "a priority from 0 to 65535",
  ],
  [
    "an SRV with a short value",
    { name: "_a._tcp.example.org", type: "SRV", values: "0 5 x.org" },
    "weight, port",
  ],
  ["an SRV under a plain name", { type: "SRV", values: "0 5 443 x.example.org" }, "_https._tcp.example.org"],
  ["a TXT with other letters", { type: "TXT", values: "żółw" }, "plain ASCII"],
  ["a TXT that is too long", { type: "TXT", values: "x".repeat(1001) }, "up to 1000"],
  ["a value given twice", { values: "192.0.2.1\n192.0.2.1" }, "is there twice"],
  [
    "too many values",
    { values: Array.from({ length: 21 }, (_, n) => `192.0.2.${n}`).join("\n") },
    "at most 20",
  ],
  ["a short name", { name: "api" }, "not a full DNS name"],
  ["an empty label", { name: "api..example.org" }, "not a full DNS name"],
  ["a long label", { name: `${long}.example.org` }, "not a full DNS name"],
  ["a long name", { name: `${"abc.".repeat(70)}org` }, "not a full DNS name"],
  ["a star inside", { name: "api.*.example.org" }, "not a full DNS name"],
  ["an underscore inside", { name: "my_api.example.org" }, "not a full DNS name"],
  ["a space", { name: "api example.org" }, "not a full DNS name"],
  ["an unknown type", { type: "PTR" }, "choose one of A, AAAA, CNAME, TXT, MX, SRV"],
  ["a short time to live", { ttlSeconds: "59" }, "from 60 to 604800"],
  ["a long time to live", { ttlSeconds: "604801" }, "from 60 to 604800"],
])("a record with %s is refused", (_name, changes, message) => {
  expect(messagesFor("dns_record", changes).join("\n")).toContain(message);
});

test("a dot at the end of a name or value is left out, and that is said", () => {
  const parsed = detailsOf("dns_record", {
    name: "api.example.org.",
    type: "CNAME",
    values: "lb.example.org.",
  });
  expect(parsed.details).toMatchObject({ name: "api.example.org", values: ["lb.example.org"] });
  expect(parsed.notes).toEqual([
    "The dot at the end of the name was left out.",
    "The dot at the end of a value was left out.",
  ]);
});

test("a dot at the end of a text belongs to the text", () => {
  const parsed = detailsOf("dns_record", { type: "TXT", values: "hello." });
  expect(parsed).toMatchObject({ details: { values: ["hello."] }, notes: [] });
});

test("hostile input gives a refusal, not an exception", () => {
  for (const type of requestTypeKeys) {
    for (const value of [
      null,
      7,
      {},
      [],
      [null],
      ["x".repeat(9_999)],
      "\u0000",
      "x".repeat(200_000),
      Number.NaN,
    ]) {
      const raw = Object.fromEntries(
        (findRequestType(type)?.fields ?? []).map((field) => [field.name, value]),
      );
      expect(parseDetails(type, raw)).toMatchObject({ ok: false, refusal: { code: "invalid" } });
    }
  }
});
