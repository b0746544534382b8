import fc from "fast-check";
import { expect, test } from "vitest";
import { lineUpTo } from "../../../lib/plain-input";
import { holdsPrivateKey, withoutPrivateKeys } from "../../../lib/private-keys";
import { requestTypes } from "../../../lib/tickets/request-types/catalogue";
import { parseDetails } from "../../../lib/tickets/request-types/parse-details";
import { detailsOf, type Form, good, messagesFor, publicKey } from "./good-details";

/** As a key looks, without being one: put together here, so that nobody takes this file for a leak. */
const dashes = "-".repeat(5);
const armoured = (kind: string) =>
  `${dashes}BEGIN ${kind}PRIVATE KEY${dashes}\nAAAA\n${dashes}END ${kind}PRIVATE KEY${dashes}`;
const privateKeys = [
  ...["", "OPENSSH ", "RSA ", "EC ", "DSA ", "ENCRYPTED ", "ED25519 "].map(armoured),
  `${dashes}BEGIN PGP PRIVATE KEY BLOCK${dashes}`,
  armoured("OPENSSH ").replaceAll("\n", " "),
  armoured("OPENSSH ").toLowerCase(),
  `${btoa("openssh-key-v1\u0000rest")}AAAA`,
  `MIIEpAIBAAKCAQEA${"x".repeat(40)}`,
  `MIIEvQIBADANBgkqhkiG9w0${"x".repeat(40)}`,
  `MC4CAQAwBQYDK2VwBCIEI${"x".repeat(40)}`,
  "PuTTY-User-Key-File-3: ssh-ed25519",
  `AGE-SECRET-KEY-1${"Q".repeat(58)}`,
];

test.each<[string, Form, string]>([
  ["bare_metal", { count: "-1" }, "details.count: Give a whole number from 1 to 500, such as 6."],
  ["cbs_tags", { sig: "sig-cloud" }, "details.sig: “sig-cloud” is not a name for a SIG"],
  ["cbs_tags", { project: "open stack" }, "details.project: “open stack” is not a name for a project"],
  ["cbs_tags", { release: "-1" }, "details.release: “-1” is not a release"],
  ["cbs_tags", { osVersions: "7" }, "details.osVersions: “7” is not among the choices; give any of 8, 8s, 9"],
  ["cbs_tags", { architectures: "sparc" }, "“sparc” is not among the choices; give any of x86_64, aarch64"],
  ["cbs_tags", { architectures: "x86_64 x86_64" }, "“x86_64” is there twice"],
  ["cbs_tags", { inheritance: "Cloud/9" }, "details.inheritance: “Cloud/9” is not the name of a tag"],
  ["cbs_tags", { externalRepos: "http://mirror.example.org/" }, "does not begin with https://"],
  ["cbs_tags", { externalRepos: "https://a:b@mirror.example.org/" }, "holds a user name or password"],
  ["cbs_tags", { externalRepos: "https://localhost/repo" }, "does not name a host that others can reach"],
  ["ci_tenant", { tenantName: "Stream" }, "is not a name for a tenant"],
  ["ci_tenant", { nodeQuota: "0" }, "details.nodeQuota: Give a whole number from 1 to 50"],
  [
    "ci_tenant",
    { sessionHours: "13" },
    "details.sessionHours: A session of 13 hours outlasts the maximum of 12",
  ],
  ["ci_tenant", { maximumHours: "169" }, "details.maximumHours: Give a whole number from 1 to 168"],
  ["ci_tenant", { sshPublicKey: "AAAA" }, "A public key begins with its kind"],
  ["ci_tenant", { sshPublicKey: publicKey.slice(0, -40) }, "The key is not whole"],
  ["ci_tenant", { sshPublicKey: publicKey.replace("ssh-ed25519", "ssh-rsa") }, "The key is not whole"],
  ["ci_tenant", { sshPublicKey: "ssh-dss AAAA" }, "DSA keys are not taken any more"],
  ["ci_tenant", { sshPublicKey: `${publicKey}\n${publicKey}` }, "Give one public key on one line"],
  ["ci_tenant", { sshPublicKey: rsaKey(1024) }, "An RSA key needs at least 2048 bits; this one has 1024"],
  ["openshift_cluster", { clusterName: "my.cluster" }, "is not a name for a cluster"],
  ["openshift_cluster", { baseDomain: "localhost" }, "details.baseDomain: “localhost” is not a domain"],
  ["openshift_cluster", { controlNodes: "2" }, "details.controlNodes: “2” is not among the choices"],
  [
    "openshift_cluster",
    { workerNodes: "0" },
    "details.workerNodes: A cluster with more than one control node",
  ],
  ["openshift_cluster", { workerNodes: "-1" }, "details.workerNodes: Give a whole number from 0 to 250"],
  ["openshift_cluster", { machineNetwork: "192.0.2.1/24" }, "“192.0.2.1/24” is not a network"],
  ["openshift_cluster", { machineNetwork: "192.0.2.0/33" }, "is not a network"],
  ["openshift_cluster", { machineNetwork: "0.0.0.0/0" }, "is not a network"],
  ["openshift_cluster", { machineNetwork: "2001:db8::1/64" }, "is not a network"],
  ["openshift_cluster", { apiLoadBalancer: "192.0.2.256" }, "is neither an address nor a host name"],
  ["persistent_volume", { volumeName: "My_Volume" }, "is not a name for a volume"],
  ["persistent_volume", { sizeGib: "0" }, "details.sizeGib: Give a whole number from 1 to 20000"],
  ["persistent_volume", { reason: "please" }, "details.reason: Say in a sentence what is kept there"],
  [
    "namespace_quota",
    { tier: "huge" },
    "details.tier: “huge” is not among the choices; choose one of x-small",
  ],
  ["namespace_quota", { tier: "custom" }, "details.customCpu: A custom quota names CPU, memory and storage"],
  [
    "namespace_quota",
    { customCpu: "8" },
    "details.customCpu: The tier small has its own amounts; choose custom",
  ],
  [
    "namespace_quota",
    { tier: "custom", customCpu: "8", customMemoryGib: "32", customStorageGib: "200" },
    "details.reason: More than large needs a reason",
  ],
  [
    "namespace_quota",
    { tier: "custom", customCpu: "4", customMemoryGib: "16", customStorageGib: "80", reason: "For builds." },
    "details.tier: The tier large holds all of this; choose large.",
  ],
  ["oidc_client", { redirectUris: "http://app.example.org/cb" }, "does not begin with https://"],
  ["oidc_client", { redirectUris: "https://*.example.org/cb" }, "holds a wildcard"],
  ["oidc_client", { redirectUris: "https://app.example.org/*" }, "holds a wildcard"],
  ["oidc_client", { redirectUris: "https://app.example.org/cb#x" }, "holds a fragment"],
  ["oidc_client", { redirectUris: "javascript:alert(1)" }, "does not begin with https://"],
  ["oidc_client", { scopes: "profile" }, "details.scopes: Sign-in needs the scope openid"],
  ["oidc_client", { scopes: "openid root" }, "details.scopes: “root” is not a scope that we give"],
  ["mailing_list", { listName: "cloud@lists.example.org" }, "give the part before the @"],
  ["mailing_list", { owners: " " }, "details.owners: Owners is missing"],
  ["mailing_list", { archive: "secret" }, "“secret” is not among the choices"],
  ["git_repository", { repositoryName: "config.git" }, "details.repositoryName: “config.git” is not a name"],
  ["git_repository", { repositoryGroup: "../etc" }, "details.repositoryGroup: “../etc” is not a group"],
  ["git_repository", { forge: "sourceforge" }, "“sourceforge” is not among the choices"],
  [
    "monitoring_hook",
    { target: "https://x.example.org" },
    "details.target: “https://x.example.org” is not a host",
  ],
  ["monitoring_hook", { metricEndpoint: "https://x.example.org/m?token=abc" }, "holds a secret"],
  ["monitoring_hook", { alertReceiver: "ring me" }, "is neither a mail address nor a public https address"],
  ["certificate", { names: "api" }, "details.names: “api” is not a name for a certificate"],
  ["certificate", { names: "_x.example.org" }, "is not a name for a certificate"],
  ["certificate", { renewal: "acme_http" }, "details.renewal: A wildcard cannot be proven over HTTP"],
  ["certificate", { renewal: "manual" }, "details.renewal: Certificates of Let’s Encrypt live 90 days"],
])("%s refuses %o", (type, changes, message) => {
  expect(messagesFor(type, changes).join("\n")).toContain(message);
});

test.each<[string, Form, object]>([
  ["openshift_cluster", { baseDomain: "Cloud.Example.org." }, { baseDomain: "cloud.example.org" }],
  ["openshift_cluster", { controlNodes: "1", workerNodes: "0" }, { workerNodes: 0 }],
  ["openshift_cluster", { machineNetwork: "2001:db8::/64" }, { machineNetwork: "2001:db8::/64" }],
  ["certificate", { names: "A.example.org., b.example.org" }, { names: ["a.example.org", "b.example.org"] }],
  ["ci_tenant", { sessionHours: "12" }, { sessionHours: 12, maximumHours: 12 }],
  ["ci_tenant", { sshPublicKey: rsaKey(3072) }, { tenantName: "stream-region" }],
  ["monitoring_hook", { alertReceiver: "https://hooks.example.org/a" }, {}],
  [
    "namespace_quota",
    {
      tier: "custom",
      customCpu: "8",
      customMemoryGib: "16",
      customStorageGib: "80",
      reason: "Four architectures at once.",
    },
    { tier: "custom", customCpu: 8 },
  ],
])("%s takes %o", (type, changes, kept) => {
  expect(detailsOf(type, changes).details).toMatchObject(kept);
});

test("the tracker is told the tags that follow", () => {
  const cbs = requestTypes.find(({ key }) => key === "cbs_tags");
  expect(cbs?.toMarkdown(detailsOf("cbs_tags").details)).toContain(
    "- Tags that follow: `cloud9s-openstack-epoxy-candidate`, `cloud9s-openstack-epoxy-testing`",
  );
});

test.each(privateKeys)("a private key is known however it comes: %#", (secret) => {
  expect(holdsPrivateKey(secret)).toBe(true);
  expect(holdsPrivateKey(`Here is my key:\n${secret}\nThanks`)).toBe(true);
  expect(lineUpTo(100_000, "A title").safeParse(secret).success).toBe(false);
  expect(withoutPrivateKeys({ key: secret, title: "A tenant" })).toEqual({ key: "", title: "A tenant" });
});

test("what stands around a private key is kept without it", () => {
  const text = `Before.\n${armoured("RSA ")}\nAfter.`;
  expect(withoutPrivateKeys({ text })).toEqual({ text: "Before.\n\nAfter." });
});

test.each([publicKey, rsaKey(3072), "How do I make a private key?", "The .pub file, not the private one"])(
  "what is no private key stays: %#",
  (text) => {
    expect(withoutPrivateKeys({ key: text })).toEqual({ key: text });
  },
);

test("a private key is refused in any field of any type, without a word of it in the refusal", () => {
  const secret = `${armoured("OPENSSH ")}SECRETPART`;
  for (const { key, fields } of requestTypes) {
    for (const { name } of fields) {
      const parsed = parseDetails(key, { ...good[key], [name]: secret });
      expect(parsed).toMatchObject({ ok: false, refusal: { errors: [{ path: `details.${name}` }] } });
      expect(JSON.stringify(parsed)).not.toMatch(/SECRETPART|BEGIN/);
    }
  }
});

const hostileText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.constantFrom(
    "x".repeat(100_000),
    "a,".repeat(60_000),
    "\u0000",
    "\ud800",
    "a\u202Egnp",
    "__proto__",
    "constructor",
    "# heading\n- [ ] done",
    "`x` @everyone #1 <b>",
    "[a](javascript:alert(1))",
  ),
);
const hostileValue = fc.oneof(
  hostileText,
  fc.array(hostileText, { maxLength: 3 }),
  fc.constantFrom<unknown>(null, true, -1, 1e308, Number.NaN, {}, [[]], [{}], [null], { toString: 1 }),
  fc.constantFrom<unknown>(Object.create(null), { length: 3 }, ["a", 7]),
);

test("whatever is sent is refused in words or kept as plain, valid JSON", () => {
  fc.assert(
    fc.property(fc.constantFrom(...requestTypes), fc.infiniteStream(hostileValue), (type, values) => {
      const raw: Record<string, unknown> = JSON.parse('{"__proto__": {"count": "1"}, "constructor": "x"}');
      for (const { name } of type.fields) {
        const value = values.next().value;
        if (value !== true) raw[name] = value;
        else raw[name] = good[type.key]?.[name];
      }
      const parsed = parseDetails(type.key, raw);
      if (!parsed.ok) {
        expect(parsed.refusal.errors?.length).toBeLessThanOrEqual(60);
        for (const { path, message } of parsed.refusal.errors ?? []) {
          expect(path).toMatch(/^details\./);
          expect(message.length).toBeLessThan(600);
        }
        return;
      }
      const kept = JSON.stringify(parsed.value.details);
      expect(kept).not.toMatch(/\\u0000|\\ud[89ab]/i);
      expect(parseDetails(type.key, JSON.parse(kept))).toMatchObject({ ok: true });
      expect(({} as Record<string, unknown>).count).toBeUndefined();
    }),
    { numRuns: 400 },
  );
});

/** A public key of that many bits, as ssh-keygen would write it; its number is no product of primes. */
function rsaKey(bits: number): string {
  const string = (bytes: Buffer) =>
    Buffer.concat([Buffer.from([0, 0, bytes.length >> 8, bytes.length & 255]), bytes]);
  const modulus = Buffer.concat([Buffer.from([0]), Buffer.alloc(bits / 8, 0xff)]);
  const blob = Buffer.concat([
    string(Buffer.from("ssh-rsa")),
    string(Buffer.from([1, 0, 1])),
    string(modulus),
  ]);
  return `ssh-rsa ${blob.toString("base64")} me`;
}
