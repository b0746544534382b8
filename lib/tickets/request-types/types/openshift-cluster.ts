import { z } from "zod";
import { isNetwork, isPlaceOnNetwork } from "../addresses";
import { defineRequestType } from "../define-request-type";
import { isHostName, normalizedDnsName } from "../dns-names";
import { choice, number, text } from "../fields";
import { quoted, rfc1123Label, wholeNumber } from "../names";

const controlCounts = ["1", "3", "5"] as const;

const name = { group: "Name" };
const nodes = { group: "Nodes" };
const network = { group: "Network" };

export const openshiftCluster = defineRequestType({
  key: "openshift_cluster",
  label: "OpenShift cluster",
  area: "Machines and clusters",
  summary: "A cluster of its own, on hosts that are there or asked for in another request.",
  whyWeAsk:
    "Name, domain and machine network are burnt in at installation; the load balancers have to answer before it begins.",
  boardGated: true,
  capability: "kubernetes",
  expectedDays: 30,
  schema: z
    .strictObject({
      clusterName: rfc1123Label("a cluster", "stream"),
      baseDomain: z
        .string()
        .trim()
        .max(253, "A DNS name has at most 253 characters.")
        .overwrite(normalizedDnsName)
        .refine(isHostName, {
          error: ({ input }) => `${quoted(input)} is not a domain; give one such as centos.example.org.`,
        }),
      controlNodes: z.enum(controlCounts),
      workerNodes: wholeNumber(0, 250, 3),
      machineNetwork: z
        .string()
        .trim()
        .refine(isNetwork, {
          error: ({ input }) =>
            `${quoted(input)} is not a network: give its first address and its length, such as 192.0.2.0/24.`,
        }),
      apiLoadBalancer: loadBalancer("192.0.2.10"),
      ingressLoadBalancer: loadBalancer("192.0.2.11"),
    })
    .superRefine(({ controlNodes, workerNodes }, context) => {
      if (controlNodes === "1" || workerNodes > 0) return;
      const message = "A cluster with more than one control node needs workers, such as 3.";
      context.addIssue({ code: "custom", path: ["workerNodes"], message });
    }),
  fields: [
    text("clusterName", "Cluster name", "It becomes part of every address.", "stream", name),
    text("baseDomain", "Base domain", "The cluster is api.<name>.<base domain>.", "centos.example.org", name),
    choice(["controlNodes", "Control nodes", "One is for trying things out only.", "3"], controlCounts, {
      ...nodes,
      initial: "3",
    }),
    number("workerNodes", "Worker nodes", "None only beside a single control node.", "3", {
      ...nodes,
      initial: "3",
    }),
    text("machineNetwork", "Machine network", "In CIDR notation.", "192.0.2.0/24", network),
    text("apiLoadBalancer", "Load balancer of the API", "Its address or host name.", "192.0.2.10", network),
    text(
      "ingressLoadBalancer",
      "Load balancer of the applications",
      "Its address or host name.",
      "192.0.2.11",
      network,
    ),
  ],
  accepts: [
    "The board approved it, and the minutes that say so are published.",
    "Hosts for all nodes are there, with this network on their ports.",
    "api, api-int and *.apps under the name resolve, or their DNS records are asked for.",
    "Both load balancers answer on 6443, 22623, 80 and 443.",
  ],
  checks: [
    "Every node is Ready, and every operator is Available.",
    "One upgrade went through.",
    "The console opens from outside the network.",
  ],
});

function loadBalancer(example: string) {
  return z
    .string()
    .trim()
    .max(253, "A DNS name has at most 253 characters.")
    .overwrite(normalizedDnsName)
    .refine(isPlaceOnNetwork, {
      error: ({ input }) =>
        `${quoted(input)} is neither an address nor a host name; give one such as ${example}.`,
    });
}
