import { expect, test } from "vitest";
import { defaultRouting } from "../../../lib/tickets/default-routing";
import { holdsPhrase } from "../../../lib/tickets/phrases";
import { requestTypeKeys } from "../../../lib/tickets/request-types/catalogue";
import { proposeRoute } from "../../../lib/tickets/router";
import type { AskKind, RoutingRule } from "../../../lib/tickets/routing-rule";
import { routingRuleInput } from "../../../lib/tickets/routing-schema";
import { routeOfSource } from "../../../lib/tickets/source-route";

test.each<[AskKind, string, string, string | undefined]>([
  ["board_decision", "Agree that the region may use the CentOS name.", "board", undefined],
  ["board_decision", "Approve new hardware for the bare metal hosts.", "board", undefined],
  ["inform", "The board should know that we start.", "board", undefined],
  ["sig_work", "Write the kickstart files for the hosts.", "sig", undefined],
  ["external", "The data-science platform moves here.", "external", undefined],
  ["infra_request", "Six bare-metal hosts with CentOS Stream 9.", "infra", "bare_metal"],
  ["infra_request", "Three servers with BMC access", "infra", "bare_metal"],
  ["infra_request", "An OpenShift project named stream-region", "infra", "openshift_project"],
  ["infra_request", "A namespace on the shared cluster", "infra", "openshift_project"],
  ["infra_request", "A project on the CI cluster", "infra", "openshift_project"],
  ["infra_request", "DNS records for the OpenShift API", "infra", "dns_record"],
  ["infra_request", "A wildcard record for the hosts", "infra", "dns_record"],
  ["infra_request", "The domain stream.example.org", "infra", "dns_record"],
  ["infra_request", "A group for the SIG’s members", "infra", "sig_group"],
  ["infra_request", "Create sig-cloud with access to the hosts", "infra", "sig_group"],
  ["infra_request", "Access to OpenShift", "infra", "openshift_project"],
  ["infra_request", "Somewhere to keep our recordings", "infra", "general"],
  ["infra_request", "", "infra", "general"],
  ["infra_request", "Buy new hardware for a second site", "initiative", undefined],
  ["infra_request", "40 bare-metal hosts in one rack", "initiative", undefined],
  ["infra_request", "Add a new production region", "initiative", undefined],
  ["infra_request", "Purchasing two load balancers", "initiative", undefined],
])("%s “%s” goes to %s as %s", (kind, text, destination, requestType) => {
  const route = proposeRoute({ kind, text });
  expect([route.destination, route.requestType]).toEqual([destination, requestType]);
  expect(route.reason).toMatch(/^[A-Z].*\.$/);
});

test.each<[string, string]>([
  ["A certificate for the applications", "certificate"],
  ["Twice the quota of our team", "namespace_quota"],
  ["A persistent volume for the registry", "persistent_volume"],
  ["An OpenShift cluster of our own", "openshift_cluster"],
  ["A CI tenant for the pipelines", "ci_tenant"],
  ["Sign-in by OIDC for the console", "oidc_client"],
  ["Build tags for Epoxy in CBS", "cbs_tags"],
  ["A mailing list for announcements", "mailing_list"],
  ["A git repository for the manifests", "git_repository"],
  ["Prometheus should watch the API", "monitoring_hook"],
  ["19 hosts", "bare_metal"],
])("a request for “%s” is of the type %s", (text, requestType) => {
  expect(proposeRoute({ kind: "infra_request", text })).toMatchObject({ destination: "infra", requestType });
});

test("every default rule has its own key, a sentence, and leads to a type of the catalogue", () => {
  expect(new Set(defaultRouting.map(({ key }) => key)).size).toBe(defaultRouting.length);
  for (const rule of defaultRouting) {
    expect(
      routingRuleInput.safeParse({ ...rule, words: rule.words.join("\n") }).error?.issues,
    ).toBeUndefined();
    expect(rule.reason).toMatch(/^[A-Z].*\.$/);
  }
  const types = defaultRouting.map(({ requestType }) => requestType).filter((each) => each !== null);
  expect(new Set(types)).toEqual(new Set(requestTypeKeys));
});

test("the rule that decided is named, with its place", () => {
  const dns = proposeRoute({ kind: "infra_request", text: "DNS" });
  expect(dns).toMatchObject({ rule: "dns-record", reason: expect.stringContaining("names in DNS") });
  expect(defaultRouting[dns.place - 1]?.key).toBe("dns-record");
  expect(proposeRoute({ kind: "sig_work", text: "DNS" }).rule).toBe("sig-work");
});

test.each([
  [null, "board", "board", undefined, "The board owes it."],
  [null, "infra", "infra", "dns_record", "It is a request to the infra team, and speaks of names in DNS."],
  [null, "person", "sig", undefined, "Its owner does the work."],
  [null, null, "sig", undefined, "Nobody owns it yet; a SIG is the usual place."],
  ["board_decision", "infra", "board", undefined, "It wants a decision of the board."],
] as const)("a source of kind %s owed by %s goes to %s", (askKind, owedBy, destination, type, reason) => {
  const route = routeOfSource({ text: "A DNS record", askKind, owedBy });
  expect([route.destination, route.requestType, route.reason]).toEqual([destination, type, reason]);
});

const aRule: RoutingRule = {
  key: "mine",
  kind: null,
  owedBy: null,
  words: [],
  size: null,
  sig: null,
  destination: "initiative",
  requestType: null,
  reason: "Because.",
  enabled: true,
};
const ask = { kind: "infra_request", text: "Three hosts", size: "weeks", sig: "sig-cloud" } as const;

test.each<[Partial<RoutingRule>, boolean]>([
  [{}, true],
  [{ enabled: false }, false],
  [{ kind: "infra_request" }, true],
  [{ kind: "sig_work" }, false],
  [{ size: "weeks" }, true],
  [{ size: "days" }, true],
  [{ size: "months" }, false],
  [{ sig: "sig-cloud" }, true],
  [{ sig: "sig-hyperscale" }, false],
  [{ owedBy: "person" }, false],
  [{ words: ["quota", "three"] }, true],
  [{ words: ["quota"] }, false],
  [{ words: ["three"], size: "months" }, false],
])("a rule with %o decides: %s", (changes, decides) => {
  const route = proposeRoute(ask, [{ ...aRule, ...changes }]);
  expect(route).toMatchObject(
    decides
      ? { destination: "initiative", rule: "mine", place: 1, reason: "Because." }
      : { destination: "infra", requestType: "general", rule: "none", place: 0 },
  );
});

test.each<[string, string, boolean]>([
  ["bare metal", "Six BARE-METAL hosts", true],
  ["bare metal", "bare  metal", true],
  ["bare metal", "threadbare metal", false],
  ["host", "hosts", false],
  ["host*", "hosts", true],
  ["host*", "ghosts", false],
  ["sig-*", "sig-cloud", true],
  ["sig-*", "the sig cloud", false],
  ["project* on the * cluster", "Projects on the shared cluster", true],
  ["20+ hosts", "20 hosts", true],
  ["20+ hosts", "40 new bare-metal hosts", true],
  ["20+ hosts", "19 hosts", false],
  ["20+ hosts", "3.20 hosts", false],
  ["20+ hosts", "1,000 hosts", true],
  ["20+ *", "20", false],
  ["żółw*", "Żółwie", true],
  [".*", "", false],
  ["()", "anything", false],
])("the phrase %j in %j: %s", (phrase, text, held) => {
  expect(holdsPhrase(text, phrase)).toBe(held);
});

test.each(["", "*", "a*b", "(a", "20+", "a  b", "-", "a-", "x ".repeat(9)])(
  "%j is no phrase of a rule",
  (words) => {
    const given = { destination: "sig", reason: "Because we say so.", words: `fine\n${words}\n` };
    expect(routingRuleInput.safeParse(given).success).toBe(words === "");
  },
);

test("no text and no phrase keep the router busy", () => {
  const started = performance.now();
  for (const phrase of ["a* * * * * * * b", "20+ 20+ 20+ 20+ 20+ 20+ 20+ b", "* * * * *", "a* a* a* b"]) {
    holdsPhrase("a ".repeat(30_000), phrase);
    holdsPhrase("a".repeat(60_000), phrase);
    holdsPhrase("20 ".repeat(20_000), phrase);
  }
  expect(performance.now() - started).toBeLessThan(3_000);
});
