import { z } from "zod";
import { defineRequestType } from "../define-request-type";
import { accounts, oneLine, quoted, rfc1123Label } from "../names";

const reserved = /^(?:openshift|kube)(?:-|$)|^default$/;

export const openshiftProject = defineRequestType({
  key: "openshift_project",
  label: "OpenShift project",
  area: "Projects and quotas",
  summary: "A project (namespace) on a shared cluster, and who administers it.",
  whyWeAsk: "The name cannot be changed later, and the admins are whom we call when something breaks.",
  boardGated: false,
  capability: "ci",
  expectedDays: 5,
  schema: z.strictObject({
    projectName: rfc1123Label("a project", "stream-region").refine((name) => !reserved.test(name), {
      error: (issue) =>
        `${quoted(issue.input)} is kept for the cluster itself; choose another name, such as stream-region.`,
    }),
    admins: accounts(20).min(1, "Name at least one admin, such as mkowalska."),
    relatedTicket: oneLine(200).optional(),
  }),
  fields: [
    {
      name: "projectName",
      label: "Project name",
      hint: "Lower-case letters, digits and hyphens, at most 63. It cannot be changed later.",
      example: "stream-region",
      control: "text",
    },
    {
      name: "admins",
      label: "Admins",
      hint: "Account names, parted by commas or lines.",
      example: "mkowalska, tmori",
      control: "list",
    },
    {
      name: "relatedTicket",
      label: "Related ticket",
      hint: "The request or discussion that this belongs to.",
      example: "centos-infra#1836",
      control: "text",
      optional: true,
    },
  ],
  accepts: [
    "The name is free on the cluster.",
    "Every admin has an account and has signed in once.",
    "The SIG or proposal that it serves is known.",
  ],
  checks: ["Each admin can sign in and sees the project.", "A test deployment runs in it."],
});
