import { z } from "zod";
import { defineRequestType } from "../define-request-type";
import { number, text } from "../fields";
import { rfc1123Label, wholeNumber } from "../names";
import { sshPublicKey } from "../ssh-keys";

const tenant = { group: "Tenant" };
const limits = { group: "Limits" };

export const ciTenant = defineRequestType({
  key: "ci_tenant",
  label: "CI tenant",
  area: "Build and source",
  summary: "Machines on demand for the tests of a project, reached by SSH.",
  whyWeAsk:
    "Your pipelines reach the machines with the key, and the pool is shared: quota and lifetimes decide how many others can test beside you.",
  boardGated: false,
  capability: "ci",
  expectedDays: 7,
  schema: z
    .strictObject({
      tenantName: rfc1123Label("a tenant", "stream-region"),
      sshPublicKey,
      nodeQuota: wholeNumber(1, 50, 10),
      sessionHours: wholeNumber(1, 72, 6),
      maximumHours: wholeNumber(1, 168, 12),
    })
    .superRefine(({ sessionHours, maximumHours }, context) => {
      if (sessionHours <= maximumHours) return;
      const message = `A session of ${sessionHours} hours outlasts the maximum of ${maximumHours}; give ${maximumHours} or less, or raise the maximum.`;
      context.addIssue({ code: "custom", path: ["sessionHours"], message });
    }),
  fields: [
    text("tenantName", "Tenant name", "Lower-case letters, digits and hyphens.", "stream-region", tenant),
    text(
      "sshPublicKey",
      "SSH public key",
      "The line of your .pub file. Never the private key: it is refused and not kept.",
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBf5f1tbCkOQGvG0Z1qHq3V4n0mS0dV9cVw2yVb8m1Qk ci@example.org",
      tenant,
    ),
    number("nodeQuota", "Machines at a time", "From 1 to 50.", "10", { ...limits, initial: "5" }),
    number("sessionHours", "Lifetime of a session, in hours", "After it the machines go back.", "6", {
      ...limits,
      initial: "6",
    }),
    number("maximumHours", "Maximum lifetime, in hours", "How far a session may be extended.", "12", {
      ...limits,
      initial: "12",
    }),
  ],
  accepts: [
    "The project belongs to CentOS, or to a community that builds on it.",
    "The pool bears the quota at the hours when it is busiest.",
    "The key is a public one, and somebody of the project holds its other half.",
  ],
  checks: ["A session gives a machine that the key opens.", "The machine is gone after its lifetime."],
});
