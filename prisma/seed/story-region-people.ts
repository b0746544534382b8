import { db } from "@/lib/db/client";
import { addWorkload } from "@/lib/region/commands/add-workload";
import { giveAccess } from "@/lib/region/commands/give-access";
import { handOverRole } from "@/lib/region/commands/hand-over-role";
import { importHosts } from "@/lib/region/commands/import-hosts";
import { takeRegionRole } from "@/lib/region/commands/take-region-role";
import { importHostsInput } from "@/lib/region/host-schema";
import { giveAccessInput, handOverRoleInput, takeRegionRoleInput } from "@/lib/region/role-schema";
import { addWorkloadInput } from "@/lib/region/workload-schema";
import { region } from "./region-deeds";
import { must, type Scene } from "./scene";
import type { Player, Stage } from "./stage";
import { begins } from "./tenant-deeds";

const inventory = `name;site;cpu;ram;disks;nics;bmc
node1.stream.example.org;RDU2;64;512;2 × 960 GB NVMe;2 × 25 GbE;bmc1.mgmt.example.org
node2.stream.example.org;RDU2;64;512;2 × 960 GB NVMe;2 × 25 GbE;bmc2.mgmt.example.org
node3.stream.example.org;RDU2;32;256;4 × 4 TB SATA;2 × 10 GbE;bmc3.mgmt.example.org`;

/** Who looks after the region, on which machines it stands, and a tenant half way in. */
export function regionPeopleStory({ cast, past, daysFrom }: Stage): Scene[] {
  const { requester, operator, secondOperator, infraEngineer, sigChair, chair } = cast;
  const after = (days: number) => daysFrom(past[2], days);
  return [
    { when: after(20.1), play: () => takes(chair, "lead", requester) },
    { when: after(20.2), play: () => takes(operator, "operations", operator) },
    { when: after(20.3), play: () => takes(operator, "operations", infraEngineer) },
    { when: after(21.1), play: () => enters(secondOperator, operator) },
    { when: after(21.4), play: () => takes(operator, "onboarding", sigChair) },
    {
      when: after(24.6),
      play: async () => {
        must(
          await importHosts(infraEngineer, importHostsInput.parse({ region, list: inventory, ticket: "" })),
        );
      },
    },
    {
      when: after(27.3),
      play: async () => {
        const holderId = await holdOf("operations", infraEngineer);
        const note = "Runbooks are in the wiki; the second host’s fan is loud and harmless.";
        const input = { holderId, person: secondOperator.handle, note };
        must(await handOverRole(infraEngineer, handOverRoleInput.parse(input)));
      },
    },
    { when: after(27.5), play: () => enters(operator, secondOperator) },
    {
      when: after(34.2),
      play: async () => {
        const what = { name: "Notebooks for the data science platform", project: "Open data platform" };
        const needs = "Four GPUs one day; for now 16 cores, 64 GB, 500 GB that must not be lost.";
        const added = await addWorkload(operator, addWorkloadInput.parse({ region, ...what, needs }));
        const contact = { name: "Platform’s first responders", reach: "platform-oncall@lists.example.org" };
        await begins(operator, must(added).workloadId, contact, ["access", "quota"]);
      },
    },
  ];
}

async function takes(by: Player, role: string, who: Player): Promise<void> {
  const { id: roleId } = await db.regionRole.findFirstOrThrow({
    where: { key: role, region: { key: region } },
  });
  must(await takeRegionRole(by, takeRegionRoleInput.parse({ roleId, person: who.handle })));
}

async function enters(by: Player, who: Player): Promise<void> {
  must(await giveAccess(by, giveAccessInput.parse({ holderId: await holdOf("operations", who) })));
}

async function holdOf(role: string, { personId }: Player): Promise<number> {
  const where = { role: { key: role, region: { key: region } }, personId, until: null };
  return (await db.regionRoleHolder.findFirstOrThrow({ where })).id;
}
