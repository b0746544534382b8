import { z } from "zod";
import { defineRequestType } from "../define-request-type";
import { choice, list, text } from "../fields";
import { accounts, quoted } from "../names";

const forges = [
  { value: "gitlab", label: "GitLab (gitlab.com/CentOS)" },
  { value: "pagure", label: "Pagure (pagure.io)" },
  { value: "forgejo", label: "Forgejo" },
  { value: "github", label: "GitHub (github.com/CentOS)" },
] as const;

export const gitRepository = defineRequestType({
  key: "git_repository",
  label: "Git repository",
  area: "Build and source",
  summary: "A repository in one of the project’s forges, with its maintainers.",
  whyWeAsk: "Where it stands decides who can find it and which pipelines it can start.",
  boardGated: false,
  capability: "gitops",
  expectedDays: 5,
  schema: z.strictObject({
    forge: z.enum(["gitlab", "pagure", "forgejo", "github"]),
    repositoryGroup: z
      .string()
      .trim()
      .regex(/^[A-Za-z0-9](?:[\w-]{0,60})(?:\/[A-Za-z0-9](?:[\w-]{0,60})){0,5}$/, {
        error: ({ input }) => `${quoted(input)} is not a group: give its path, such as CentOS/cloud.`,
      }),
    repositoryName: z
      .string()
      .trim()
      .regex(/^(?!.*\.git$)[a-z0-9](?:[a-z0-9._-]{0,98}[a-z0-9])?$/, {
        error: ({ input }) =>
          `${quoted(input)} is not a name for a repository: use lower-case letters, digits, dots and hyphens without .git, such as region-config.`,
      }),
    maintainers: accounts(20).min(1, "Name at least one maintainer, such as mkowalska; two are better."),
  }),
  fields: [
    choice(["forge", "Forge", "Where the SIG’s other repositories are.", "gitlab"], forges, {
      initial: "gitlab",
    }),
    text("repositoryGroup", "Group", "The path of the group that holds it.", "CentOS/cloud"),
    text("repositoryName", "Name", "Without .git.", "region-config"),
    list("maintainers", "Maintainers", "Account names. Two, so that one can be away.", "mkowalska, tmori"),
  ],
  accepts: [
    "The group belongs to the SIG that asks.",
    "Every maintainer has an account in that forge, with two-factor sign-in.",
    "The licence of what goes in is known.",
  ],
  checks: ["A maintainer pushes a branch and merges a change.", "The default branch is protected."],
});
