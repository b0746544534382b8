import { z } from "zod";
import { httpsAddress } from "../addresses";
import { defineRequestType } from "../define-request-type";
import { isHostName, normalizedDnsName } from "../dns-names";
import { text } from "../fields";
import { quoted } from "../names";

const endpoint = "https://api.stream.example.org/metrics";
const receiver = "cloud-alerts@lists.example.org";
const mail = z.email();
const https = httpsAddress(endpoint);

export const monitoringHook = defineRequestType({
  key: "monitoring_hook",
  label: "Monitoring",
  area: "Watching and talking",
  summary: "Metrics that are watched, and where an alert goes.",
  whyWeAsk:
    "An alert that reaches nobody is worse than none; we test the way to the receiver before it counts.",
  boardGated: false,
  capability: "monitoring",
  expectedDays: 10,
  schema: z.strictObject({
    target: z
      .string()
      .trim()
      .max(253, "A DNS name has at most 253 characters.")
      .overwrite(normalizedDnsName)
      .refine(isHostName, {
        error: ({ input }) => `${quoted(input)} is not a host name; give one such as api.stream.example.org.`,
      }),
    metricEndpoint: httpsAddress(endpoint),
    alertReceiver: z
      .string()
      .trim()
      .max(2000, "Give a mail address or a web address.")
      .refine((given) => mail.safeParse(given).success || https.safeParse(given).success, {
        error: ({ input }) =>
          `${quoted(input)} is neither a mail address nor a public https address without secrets; give one such as ${receiver}.`,
      }),
  }),
  fields: [
    text("target", "Target", "The host or service that is watched.", "api.stream.example.org"),
    text("metricEndpoint", "Metric endpoint", "The full address, by https. No tokens in it.", endpoint),
    text("alertReceiver", "Alert receiver", "A list’s mail address, or a webhook by https.", receiver),
  ],
  accepts: [
    "The endpoint answers from our network, in the Prometheus format.",
    "Somebody reads the receiver at the hours that matter.",
    "A token for the webhook is handed over by another way than this request.",
  ],
  checks: ["The target shows as up.", "A test alert reaches the receiver and opens an issue."],
});
