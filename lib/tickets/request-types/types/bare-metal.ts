import { z } from "zod";
import { defineRequestType } from "../define-request-type";
import { choice, number, text } from "../fields";
import { architectures, oneLine, wholeNumber } from "../names";

const raidLevels = ["none", "raid0", "raid1", "raid5", "raid6", "raid10"] as const;
const bmcAccess = [
  { value: "none", label: "None: the infra team handles the consoles" },
  { value: "console", label: "Console only" },
  { value: "full", label: "Full, with power control" },
] as const;

const hosts = { group: "Hosts" };
const parts = { group: "Disks and network" };
const access = { group: "Access and place" };

export const bareMetal = defineRequestType({
  key: "bare_metal",
  label: "Bare-metal hosts",
  area: "Machines and clusters",
  summary: "Machines to be reserved and installed.",
  whyWeAsk:
    "Hosts are few and shared. With these numbers we can say at once whether there are any, and where.",
  boardGated: true,
  capability: "hosts",
  expectedDays: 21,
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
    number("count", "Number of hosts", "From 1 to 500.", "6", hosts),
    text("distribution", "Distribution and version", "What is to be installed.", "CentOS Stream 9", {
      ...hosts,
      initial: "CentOS Stream 9",
    }),
    choice(
      ["architecture", "Architecture", "All hosts of one request have the same.", "x86_64"],
      architectures,
      { ...hosts, initial: "x86_64" },
    ),
    number("cpuCores", "CPU cores per host", "At least this many.", "32", hosts),
    number("memoryGib", "Memory per host, in GiB", "At least this much.", "256", hosts),
    number("diskGib", "Disk per host, in GiB", "At least this much, before RAID.", "1920", parts),
    choice(["raid", "RAID", "How the disks are put together.", "raid1"], raidLevels, {
      ...parts,
      initial: "raid1",
    }),
    number("networkPorts", "Network ports per host", "From 1 to 16.", "2", { ...parts, initial: "2" }),
    choice(
      ["bmcAccess", "Access to the management controllers", "What you need to reach yourself.", "console"],
      bmcAccess,
      { ...access, initial: "none" },
    ),
    text("site", "Site", "Where the hosts should stand, if it matters.", "Community cage, rack 3", {
      ...access,
      optional: true,
    }),
  ],
  accepts: [
    "The board approved it, and the minutes that say so are published.",
    "That many hosts of this kind are free, or it becomes an initiative.",
    "Rack space, power and switch ports are there at the site.",
    "Somebody is named who answers for the hosts while they are in use.",
  ],
  checks: [
    "The inventory lists every host with its site and address.",
    "The management controllers can be reached as asked for.",
    "Every host boots the distribution that was asked for.",
  ],
});
