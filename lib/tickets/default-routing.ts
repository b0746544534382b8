import type { Destination } from "./policy";
import type { Debtor, RoutedKind, RoutingRule } from "./routing-rule";

/** The rules in force until an administrator changes one (DOMAIN 3, "Action ticket"; 7): the narrower stand first. */
export const defaultRouting: readonly RoutingRule[] = [
  rule("board-decides", { kind: "board_decision" }, "board", "It wants a decision of the board."),
  rule("for-information", { kind: "inform" }, "board", "It informs the board, which takes note of it."),
  rule("sig-work", { kind: "sig_work" }, "sig", "It is work of a SIG."),
  rule("elsewhere", { kind: "external" }, "external", "Somebody outside the project has to do it."),
  rule("owed-by-board", { kind: "owed", owedBy: "board" }, "board", "The board owes it."),
  rule(
    "owed-by-nobody",
    { kind: "owed", owedBy: "nobody" },
    "sig",
    "Nobody owns it yet; a SIG is the usual place.",
  ),
  rule("owed-by-owner", { kind: "owed" }, "sig", "Its owner does the work."),
  // Large work is planned by quarter (DOMAIN 9, scenario 15).
  {
    ...rule("large-work", { kind: "infra_request" }, "initiative", "It is large work, planned by quarter."),
    words: [
      ...["new hardware", "buy*", "purchas*", "procur*", "data cent*", "datacent*", "rack", "racks"],
      ...["new region", "new production region", "production region", "whole region", "entire region"],
      ...["20+ hosts", "20+ nodes", "20+ servers", "20+ machines"],
    ],
  },
  request("certificate", ["certificate*", "tls"], "certificates"),
  request(
    "dns_record",
    ["dns", "cname", "aaaa", "mx record*", "record", "records", "domain*", "subdomain*", "sub domain*"],
    "names in DNS",
  ),
  request("namespace_quota", ["quota*"], "a quota"),
  request(
    "persistent_volume",
    ["persistent volume*", "persistent storage", "volume claim*"],
    "storage that lasts",
  ),
  request(
    "openshift_cluster",
    ["openshift cluster*", "kubernetes cluster*", "cluster of * own"],
    "a cluster of its own",
  ),
  request("ci_tenant", ["ci tenant*", "duffy", "ci machines", "ci nodes"], "machines for tests"),
  request(
    "openshift_project",
    [
      ...["openshift project*", "namespace*", "project* on openshift", "project* in openshift"],
      ...["project* on the cluster", "project* in the cluster", "project* on a cluster"],
      ...["project* on the * cluster", "project* in the * cluster", "project* on a * cluster"],
    ],
    "a project on OpenShift",
  ),
  request("oidc_client", ["oidc", "openid*", "oauth*", "single sign on", "sso"], "signing in"),
  request("cbs_tags", ["build tag*", "cbs", "koji"], "build tags"),
  request("mailing_list", ["mailing list*"], "a mailing list"),
  request("git_repository", ["git repositor*", "source repositor*", "code repositor*"], "a repository"),
  request("monitoring_hook", ["monitoring", "prometheus", "alert*", "metrics"], "what has to be watched"),
  request(
    "sig_group",
    ["sig-*", "group", "groups", "sig account*", "user account*", "fas"],
    "a group of accounts",
  ),
  request(
    "bare_metal",
    [
      "bare metal",
      "baremetal",
      "host",
      "hosts",
      "server",
      "servers",
      "machine",
      "machines",
      "hardware",
      "bmc*",
      "ipmi",
    ],
    "machines",
  ),
  { ...request("openshift_project", ["openshift"], "OpenShift"), key: "openshift" },
  {
    ...request("general", [], ""),
    key: "any-request",
    reason: "It is a request to the infra team, and no type of the catalogue fits its words.",
  },
];

interface Match {
  kind: RoutedKind;
  owedBy?: Debtor;
}

function rule(
  key: string,
  { kind, owedBy = undefined }: Match,
  destination: Destination,
  reason: string,
): RoutingRule {
  const matches = { kind, owedBy: owedBy ?? null, words: [], size: null, sig: null };
  return { key, ...matches, destination, requestType: null, reason, enabled: true };
}

function request(requestType: string, words: readonly string[], about: string): RoutingRule {
  const key = requestType.replaceAll("_", "-");
  const reason = `It is a request to the infra team, and speaks of ${about}.`;
  return { ...rule(key, { kind: "infra_request" }, "infra", reason), words, requestType };
}
