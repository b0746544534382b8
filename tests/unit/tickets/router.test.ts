import { expect, test } from "vitest";
import { requestTypeKeys } from "../../../lib/tickets/request-types/catalogue";
import { type AskKind, destinationRules, proposeRoute, requestTypeRules } from "../../../lib/tickets/router";

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

test("every rule has its own id, a sentence, and leads to a type of the catalogue", () => {
  const rules = [...destinationRules, ...requestTypeRules];
  expect(new Set(rules.map((rule) => rule.id)).size).toBe(rules.length);
  for (const rule of rules) expect(rule.because).toMatch(/^[A-Z].*\.$/);
  for (const rule of requestTypeRules) expect(requestTypeKeys).toContain(rule.then);
});

test("the rules that decided are named", () => {
  expect(proposeRoute({ kind: "infra_request", text: "DNS" }).rule).toBe("infra-request, dns-words");
  expect(proposeRoute({ kind: "sig_work", text: "DNS" }).rule).toBe("sig-work");
});
