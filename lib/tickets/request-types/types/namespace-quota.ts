import { z } from "zod";
import { defineRequestType } from "../define-request-type";
import { choice, list, longText, number, text } from "../fields";
import { account, accounts, eachOnce, manyLines, oneLine, rfc1123Label, wholeNumber } from "../names";

/** CPU, memory and storage of each tier (DOMAIN 7). */
const tiers = [
  { value: "x-small", label: "Extra small: 500m CPU, 2 GiB memory, 10 GiB storage" },
  { value: "small", label: "Small: 1 CPU, 4 GiB memory, 20 GiB storage" },
  { value: "medium", label: "Medium: 2 CPU, 8 GiB memory, 40 GiB storage" },
  { value: "large", label: "Large: 4 CPU, 16 GiB memory, 80 GiB storage" },
  { value: "custom", label: "Custom: more than large, with a reason" },
] as const;

const amounts = ["customCpu", "customMemoryGib", "customStorageGib"] as const;
const largest = { customCpu: 4, customMemoryGib: 16, customStorageGib: 80 };

const team = { group: "Team" };
const quota = { group: "Quota" };
const custom = { group: "Only for a custom quota", optional: true };

const schema = z
  .strictObject({
    cluster: oneLine(60).min(1, "Name the cluster, such as ocp.stream."),
    team: rfc1123Label("a team", "nightly-images"),
    projects: eachOnce(rfc1123Label("a project", "nightly-build"), {
      least: 1,
      most: 20,
      example: "nightly-build",
    }),
    owner: account,
    users: accounts(50).optional(),
    tier: z.enum(["x-small", "small", "medium", "large", "custom"]),
    customCpu: wholeNumber(1, 512, 8).optional(),
    customMemoryGib: wholeNumber(1, 4096, 32).optional(),
    customStorageGib: wholeNumber(1, 100_000, 200).optional(),
    reason: manyLines(2000).optional(),
  })
  .superRefine((asked, context) => {
    for (const [field, message] of asked.tier === "custom" ? customProblems(asked) : tierProblems(asked)) {
      context.addIssue({ code: "custom", path: [field], message });
    }
  });

export const namespaceQuota = defineRequestType({
  key: "namespace_quota",
  label: "Namespace quota",
  area: "Projects and quotas",
  summary: "Room for a team on a shared cluster, in one of the usual sizes or with a reason.",
  whyWeAsk: "A tier can be granted at once; above large we have to see whether the cluster bears it.",
  boardGated: false,
  capability: "onboarding",
  expectedDays: 5,
  schema,
  fields: [
    text("cluster", "Cluster", "On which the team works.", "ocp.stream", team),
    text("team", "Team", "Lower-case letters, digits and hyphens.", "nightly-images", team),
    list("projects", "Projects", "Names of the projects that share the quota.", "nightly-build", team),
    text("owner", "Owner", "Account of who answers for the team.", "mkowalska", team),
    list("users", "Users", "Account names, parted by commas or lines.", "tmori, aokafor", {
      ...team,
      optional: true,
    }),
    choice(["tier", "Tier", "The smallest that does.", "custom"], tiers, { ...quota, initial: "small" }),
    number("customCpu", "CPU", "Whole cores; large has 4.", "8", custom),
    number("customMemoryGib", "Memory, in GiB", "Large has 16.", "32", custom),
    number("customStorageGib", "Storage, in GiB", "Large has 80.", "200", custom),
    longText(
      "reason",
      "Reason for more than large",
      "What needs it, and for how long.",
      "Nightly images are built for four architectures at once, until the end of the year.",
      custom,
    ),
  ],
  accepts: [
    "The owner answers for the team, and has signed in once.",
    "The cluster bears the quota beside those that are granted.",
    "Above large: the reason holds, and a date is set to look at it again.",
  ],
  checks: [
    "The owner sees the quota in every project.",
    "A deployment within it runs; one beyond it is refused.",
  ],
});

type Asked = { tier: string; reason?: string } & { [Amount in (typeof amounts)[number]]?: number };
type Problem = [field: string, message: string];

/** Above large is custom, and says why (DOMAIN 9, scenario 21). */
function customProblems(asked: Asked): Problem[] {
  const missing = amounts
    .filter((field) => asked[field] === undefined)
    .map((field): Problem => [field, "A custom quota names CPU, memory and storage; give a whole number."]);
  const isWithinLarge = amounts.every((field) => (asked[field] ?? 0) <= largest[field]);
  const needless: Problem[] =
    missing.length === 0 && isWithinLarge
      ? [["tier", "The tier large holds all of this; choose large."]]
      : [];
  const unsaid: Problem[] =
    (asked.reason ?? "").length < 10
      ? [["reason", "More than large needs a reason: say in a sentence what needs it, and for how long."]]
      : [];
  return [...missing, ...needless, ...unsaid];
}

function tierProblems(asked: Asked): Problem[] {
  return amounts
    .filter((field) => asked[field] !== undefined)
    .map(
      (field): Problem => [
        field,
        `The tier ${asked.tier} has its own amounts; choose custom, or leave this empty.`,
      ],
    );
}
