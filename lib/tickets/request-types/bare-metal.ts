import { z } from "zod";
import { defineRequestType, type FieldDescriptor } from "./define-request-type";
import { oneLine, wholeNumber } from "./names";

const architectures = ["x86_64", "aarch64", "ppc64le", "s390x"] as const;
const raidLevels = ["none", "raid0", "raid1", "raid5", "raid6", "raid10"] as const;
const bmcAccess = [
  { value: "none", label: "None: the infra team handles the consoles" },
  { value: "console", label: "Console only" },
  { value: "full", label: "Full, with power control" },
] as const;

const numbers: FieldDescriptor[] = [
  number("count", "Number of hosts", "From 1 to 500.", "6"),
  number("cpuCores", "CPU cores per host", "At least this many.", "32"),
  number("memoryGib", "Memory per host, in GiB", "At least this much.", "256"),
  number("diskGib", "Disk per host, in GiB", "At least this much, before RAID.", "1920"),
  number("networkPorts", "Network ports per host", "From 1 to 16.", "2"),
];

export const bareMetal = defineRequestType({
  key: "bare_metal",
  label: "Bare-metal hosts",
  summary: "Machines to be reserved and installed.",
  whyWeAsk:
    "Hosts are few and shared. With these numbers we can say at once whether there are any, and where.",
  boardGated: true,
  capability: "hosts",
  schema: z.strictObject({
    count: wholeNumber(1, 500, 6),
    distribution: oneLine(60).min(1, "Say which version to install, such as CentOS Stream 9."),
    architecture: z.enum(architectures),
    cpuCores: wholeNumber(1, 1024, 32),
    memoryGib: wholeNumber(1, 65_536, 256),
    diskGib: wholeNumber(1, 4_000_000, 1920),
    raid: z.enum(raidLevels),
    networkPorts: wholeNumber(1, 16, 2),
    bmcAccess: z.enum(["none", "console", "full"]),
    site: oneLine(120).optional(),
  }),
  fields: [
    ...numbers.slice(0, 1),
    {
      name: "distribution",
      label: "Distribution and version",
      hint: "What is to be installed.",
      example: "CentOS Stream 9",
      control: "text",
      group: "Machines",
    },
    select(
      "architecture",
      "Architecture",
      "All hosts of one request have the same.",
      "x86_64",
      named(architectures),
    ),
    ...numbers.slice(1, 4),
    select("raid", "RAID", "How the disks are put together.", "raid1", named(raidLevels)),
    ...numbers.slice(4),
    select(
      "bmcAccess",
      "Access to the management controllers",
      "What you need to reach yourself.",
      "console",
      bmcAccess,
    ),
    {
      name: "site",
      label: "Site",
      hint: "Where the hosts should stand, if it matters.",
      example: "Community cage, rack 3",
      control: "text",
      optional: true,
      group: "Machines",
    },
  ],
  checks: [
    "The inventory lists every host with its site and address.",
    "The management controllers can be reached as asked for.",
    "Every host boots the distribution that was asked for.",
  ],
});

function number(name: string, label: string, hint: string, example: string): FieldDescriptor {
  return { name, label, hint, example, control: "number", group: "Machines" };
}

function select(
  name: string,
  label: string,
  hint: string,
  example: string,
  options: FieldDescriptor["options"],
): FieldDescriptor {
  return { name, label, hint, example, control: "select", options, group: "Machines" };
}

function named(values: readonly string[]): FieldDescriptor["options"] {
  return values.map((value) => ({ value, label: value }));
}
