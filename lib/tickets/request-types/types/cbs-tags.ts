import { z } from "zod";
import { httpsAddress } from "../addresses";
import { type Details, defineRequestType } from "../define-request-type";
import { list, text } from "../fields";
import { architectures, eachOnce, quoted } from "../names";

const versions = ["8", "8s", "9", "9s", "10", "10s"] as const;
const stages = ["candidate", "testing", "release"];

const tags = { group: "Tags" };
const sources = { group: "Built against" };

export const cbsTags = defineRequestType({
  key: "cbs_tags",
  label: "Build tags",
  area: "Build and source",
  summary: "Tags in the community build system, where a SIG builds and from which its packages are released.",
  whyWeAsk:
    "The name of a tag is put together from these parts and cannot be changed once packages are in it; what it inherits decides what you build against.",
  boardGated: false,
  capability: "stream-hosts",
  expectedDays: 7,
  schema: z.strictObject({
    sig: part("a SIG", "cloud"),
    project: part("a project", "openstack"),
    release: z
      .string()
      .trim()
      .regex(/^[a-z0-9](?:[a-z0-9._]{0,30}[a-z0-9])?$/, {
        error: ({ input }) =>
          `${quoted(input)} is not a release: use lower-case letters, digits, dots and underscores, such as epoxy or 4.20.`,
      }),
    osVersions: eachOnce(oneOf(versions), { least: 1, most: versions.length, example: "9s" }),
    architectures: eachOnce(oneOf(architectures), { least: 1, most: 4, example: "x86_64" }),
    inheritance: eachOnce(
      z
        .string()
        .trim()
        .regex(/^[a-z0-9](?:[a-z0-9._-]{0,118}[a-z0-9])?$/, {
          error: ({ input }) => `${quoted(input)} is not the name of a tag, such as cloud9s-common-release.`,
        }),
      { most: 20, example: "cloud9s-common-release" },
    ).optional(),
    externalRepos: eachOnce(httpsAddress("https://mirror.stream.centos.org/9-stream/CRB/"), {
      most: 20,
      example: "https://mirror.stream.centos.org/9-stream/CRB/",
    }).optional(),
  }),
  fields: [
    text("sig", "SIG", "Its short name, without sig-.", "cloud", tags),
    text("project", "Project", "What is built.", "openstack", tags),
    text("release", "Release", "Which version of the project.", "epoxy", tags),
    list("osVersions", "Versions of the system", `Any of ${versions.join(", ")}; s is Stream.`, "9s, 10s", {
      ...tags,
      initial: "9s, 10s",
    }),
    list("architectures", "Architectures", `Any of ${architectures.join(", ")}.`, "x86_64, aarch64", {
      ...tags,
      initial: "x86_64, aarch64",
    }),
    list("inheritance", "Inherits from", "Tags whose packages yours need.", "cloud9s-common-release", {
      ...sources,
      optional: true,
    }),
    list(
      "externalRepos",
      "External repositories",
      "Addresses of repositories to build against, one on each line, by https.",
      "https://mirror.stream.centos.org/9-stream/CRB/",
      { ...sources, optional: true, oneItemPerLine: true },
    ),
  ],
  accepts: [
    "The SIG is approved, and its group exists.",
    "Every tag that is inherited from exists for the same version of the system.",
    "The licences of external repositories allow what is built against them to be published.",
  ],
  checks: [
    "A scratch build passes for every version and architecture.",
    "A package tagged for release reaches the mirror.",
  ],
  follows: (details) => [{ label: "Tags that follow", values: tagNames(details) }],
});

/** Such as cloud9s-openstack-epoxy-release. */
function tagNames({ sig, project, release, osVersions }: Details): string[] {
  const of = Array.isArray(osVersions) ? osVersions : [];
  return of.flatMap((version) => stages.map((stage) => `${sig}${version}-${project}-${release}-${stage}`));
}

/** Without hyphens: they part the name of a tag. */
function part(what: string, example: string) {
  return z
    .string()
    .trim()
    .regex(/^[a-z][a-z0-9]{0,29}$/, {
      error: ({ input }) =>
        `${quoted(input)} is not a name for ${what}: use lower-case letters and digits without hyphens, such as ${example}.`,
    });
}

function oneOf(values: readonly string[]) {
  return z.enum(values, {
    error: ({ input }) => `${quoted(input)} is not among the choices; give any of ${values.join(", ")}.`,
  });
}
