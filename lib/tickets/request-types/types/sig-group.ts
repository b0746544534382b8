import { z } from "zod";
import { defineRequestType } from "../define-request-type";
import { account, accounts, oneLine, quoted } from "../names";

export const sigGroup = defineRequestType({
  key: "sig_group",
  label: "SIG group",
  area: "Accounts and access",
  summary: "The group of accounts that gives a SIG's members their access.",
  whyWeAsk: "Access follows from this group, so we need its chair and its first members.",
  boardGated: false,
  capability: "sso",
  expectedDays: 5,
  schema: z.strictObject({
    groupName: z
      .string()
      .trim()
      .regex(/^sig-[a-z0-9](?:[a-z0-9-]{0,26}[a-z0-9])?$/, {
        error: (issue) =>
          `${quoted(issue.input)} is not a group name: write sig- and the SIG's name in lower case, such as sig-cloud.`,
      }),
    description: oneLine(200).min(1, "Say in one line what the SIG does."),
    chair: account,
    members: accounts(100).optional(),
  }),
  fields: [
    {
      name: "groupName",
      label: "Group name",
      hint: "It begins with sig- and has at most 32 characters.",
      example: "sig-cloud",
      control: "text",
    },
    {
      name: "description",
      label: "Description",
      hint: "One line that strangers understand.",
      example: "Runs a community cloud on CentOS Stream",
      control: "text",
    },
    {
      name: "chair",
      label: "Chair’s account",
      hint: "The chair adds and removes members.",
      example: "mkowalska",
      control: "text",
    },
    {
      name: "members",
      label: "Members",
      hint: "Account names, parted by commas or lines. The chair can add more later.",
      example: "tmori, aokafor",
      control: "list",
      optional: true,
    },
  ],
  accepts: [
    "The board has approved the SIG.",
    "The chair has an account in the account system.",
    "No group of that name is there yet.",
  ],
  checks: ["The chair can add and remove a member.", "Each member sees the group in their account."],
});
