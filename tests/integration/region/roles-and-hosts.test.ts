import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { tellOfEvent } from "@/lib/notifications/tell";
import { addRegionRole } from "@/lib/region/commands/add-region-role";
import { changeRegionRole } from "@/lib/region/commands/change-region-role";
import { giveAccess } from "@/lib/region/commands/give-access";
import { handOverRole } from "@/lib/region/commands/hand-over-role";
import { importHosts } from "@/lib/region/commands/import-hosts";
import { layDownRole } from "@/lib/region/commands/lay-down-role";
import { retireHost } from "@/lib/region/commands/retire-host";
import { retireRegionRole } from "@/lib/region/commands/retire-region-role";
import { takeAccess } from "@/lib/region/commands/take-access";
import { takeRegionRole } from "@/lib/region/commands/take-region-role";
import { findRegionHosts } from "@/lib/region/host-queries";
import { importHostsInput, retireHostInput } from "@/lib/region/host-schema";
import { findRegion } from "@/lib/region/queries";
import { findRegionRoles } from "@/lib/region/role-queries";
import {
  addRegionRoleInput,
  changeRegionRoleInput,
  giveAccessInput,
  handOverRoleInput,
  layDownRoleInput,
  retireRegionRoleInput,
  takeRegionRoleInput,
} from "@/lib/region/role-schema";
import type { Result } from "@/lib/result";
import { thePublic } from "@/lib/workflow/actor";
import { aPerson, type Person } from "../../factories/people";
import { expectDone } from "../../factories/proposals";
import { aRegion, type MadeRegion } from "../../factories/region";

let region: MadeRegion;
beforeAll(async () => {
  region = await aRegion();
});

function refusalOf(result: Result<unknown>) {
  if (result.ok) throw new Error("it was not refused");
  return result.refusal;
}

const roleOf = async (key: string) =>
  db.regionRole.findFirstOrThrow({ where: { key, region: { key: region.key } } });
const named = async (by: Person, key: string, who: Person) =>
  takeRegionRole(by, takeRegionRoleInput.parse({ roleId: (await roleOf(key)).id, person: `@${who.handle}` }));
const holdOf = async (key: string, who: Person) =>
  (
    await db.regionRoleHolder.findFirstOrThrow({
      where: { role: { id: (await roleOf(key)).id }, personId: who.personId, until: null },
    })
  ).id;
const enters = async (by: Person, key: string, who: Person) =>
  giveAccess(by, giveAccessInput.parse({ holderId: await holdOf(key, who) }));
const shown = async (key: string, actor = thePublic) =>
  (await findRegionRoles(actor, region.key))?.roles.find((role) => role.key === key);

describe("the roles of a region", () => {
  it("begin with those of the template, with their gaps", async () => {
    const roles = await findRegionRoles(thePublic, region.key);
    expect(roles?.roles.map(({ key }) => key)).toEqual([
      "lead",
      "operations",
      "onboarding",
      "security",
      "developers",
      "operators",
    ]);
    expect(roles?.sentence).toContain("Operations (needs 2 more people)");
    expect(roles?.sentence).toContain("CentOS operators’ part (not defined yet)");
    expect(await findRegionRoles(thePublic, "atlantis")).toBeNull();
  });

  it("are filled by the operators and the officers, once each, also where two say it at once", async () => {
    const who = await aPerson();
    for (const by of [await aPerson(), region.sig, region.infra]) {
      expect(refusalOf(await named(by, "lead", who)).code).toBe("forbidden");
    }
    const both = await Promise.all([named(region.operator, "lead", who), named(region.chair, "lead", who)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(refusalOf(both.find(({ ok }) => !ok) ?? both[0]).message).toBe("They hold this role already.");
    expect((await shown("lead"))?.gap).toBeUndefined();
    const event = await db.event.findFirstOrThrow({
      where: { type: "region_role.taken" },
      orderBy: { id: "desc" },
    });
    await tellOfEvent(event.id);
    const [notice] = await db.notice.findMany({ where: { eventId: event.id } });
    expect(notice).toMatchObject({ personId: who.personId, href: `/region/${region.key}/roles` });
  });

  it("need two with access for operations, and nobody lets themself in", async () => {
    const { operator, other } = region;
    for (const who of [operator, other]) expectDone(await named(region.chair, "operations", who));
    expect((await shown("operations"))?.gap).toBe("needs access for 2 more people");
    expect(refusalOf(await enters(operator, "operations", operator)).message).toMatch(/somebody other/);
    expect(refusalOf(await enters(region.chair, "operations", operator)).code).toBe("forbidden");
    expectDone(await enters(other, "operations", operator));
    expectDone(await enters(operator, "operations", other));
    expect((await shown("operations"))?.gap).toBeUndefined();
    await expect(
      db.regionRoleHolder.update({
        where: { id: await holdOf("operations", operator) },
        data: { accessById: operator.personId },
      }),
    ).rejects.toThrow(/region_access_two_people/);
  });

  it("are handed over with what the next has to know; access does not come along", async () => {
    const next = await aPerson();
    const holderId = await holdOf("operations", region.other);
    const input = handOverRoleInput.parse({ holderId, person: next.handle, note: "The fan is loud." });
    expect(refusalOf(await handOverRole(await aPerson(), input)).code).toBe("forbidden");
    expectDone(await handOverRole(region.other, input));
    expect(refusalOf(await handOverRole(region.other, input)).code).toBe("not_found");
    const role = await shown("operations");
    expect(role?.holders.find(({ handle }) => handle === next.handle)).toMatchObject({
      from: region.other.name,
      note: "The fan is loud.",
      accessAt: null,
    });
    expect(refusalOf(await enters(next, "operations", next)).code).toBe("forbidden");
    expect(role?.former.map(({ handle }) => handle)).toEqual([region.other.handle]);
    expect(role?.gap).toBe("needs access for 1 more person");
  });

  it("are laid down with a reason, and what that leaves open is said to those who fill it", async () => {
    const holderId = await holdOf("operations", region.operator);
    const ended = layDownRoleInput.parse({ holderId, reason: "A new job." });
    expectDone(await takeAccess(region.operator, ended));
    expectDone(await layDownRole(region.operator, ended));
    const event = await db.event.findFirstOrThrow({
      where: { type: "region_role.laid_down", subjectId: holderId },
    });
    expect(event.data).toMatchObject({ gap: "needs 1 more person", reason: "A new job." });
    const history = (await findRegion(thePublic, region.key))?.history;
    expect(history?.[0]).toMatchObject({
      sentence: expect.stringContaining("holds “Operations”"),
      why: "A new job.",
    });
  });

  it("lose who has no account any more", async () => {
    const who = await aPerson();
    expectDone(await named(region.operator, "security", who));
    expect((await shown("security"))?.gap).toBeUndefined();
    await db.person.update({ where: { id: who.personId }, data: { disabledAt: new Date() } });
    expect((await shown("security"))?.gap).toBe("nobody holds it");
    expect(refusalOf(await named(region.operator, "security", who)).errors?.[0]?.path).toBe("person");
  });

  it("are named, defined and retired, and no two have one name", async () => {
    const add = (name: string, purpose = "") =>
      addRegionRole(region.operator, addRegionRoleInput.parse({ region: region.key, name, purpose }));
    const { roleId } = expectDone(await add("Night watch"));
    expect(refusalOf(await add("Night  Watch")).message).toMatch(/role of this name/);
    const version = 1;
    const what = { roleId, version, name: "Night watch", purpose: "Looks at night", duties: "Look\nCall" };
    expectDone(await changeRegionRole(region.operator, changeRegionRoleInput.parse(what)));
    expect(await shown("night-watch")).toMatchObject({ status: "defined", duties: ["Look", "Call"] });
    expect(refusalOf(await changeRegionRole(region.operator, changeRegionRoleInput.parse(what))).code).toBe(
      "conflict",
    );
    const retire = retireRegionRoleInput.parse({ roleId, version: 2, reason: "Days are longer." });
    expect(refusalOf(await retireRegionRole(await aPerson(), retire)).code).toBe("forbidden");
    expectDone(await retireRegionRole(region.chair, retire));
    expect((await shown("night-watch"))?.status).toBe("retired");
  });
});

const list = "name;site;cpu;ram;bmc\nn1;rdu;8;64;bmc1.example.org\nn2;rdu;16;128;bmc2.example.org";
const imports = (by: Person, text = list, ticket = "") =>
  importHosts(by, importHostsInput.parse({ region: region.key, list: text, ticket }));

describe("the hosts of a region", () => {
  it("are imported by the operators and the infra team; the same list changes nothing", async () => {
    expect(refusalOf(await imports(region.sig)).code).toBe("forbidden");
    expect(expectDone(await imports(region.infra))).toMatchObject({ added: 2, changed: 0 });
    expect(expectDone(await imports(region.operator))).toMatchObject({ added: 0, changed: 0 });
    const more = list.replace("16;128", "16;256").replace("n1", "n3");
    expect(expectDone(await imports(region.operator, more))).toMatchObject({ added: 1, changed: 1 });
    const found = await findRegionHosts(thePublic, region.key);
    expect(found?.totals).toEqual({ hosts: 3, sites: 1, cpuCores: 32, ramGb: 384 });
  });

  it("are not imported at all where one line is wrong", async () => {
    const before = await db.host.count();
    const refusal = refusalOf(await imports(region.operator, `${list}\nn4;rdu;0;64;\n;rdu;8;64;`));
    expect(refusal.errors?.map(({ message }) => message.slice(0, 7))).toEqual(["Line 4:", "Line 5:"]);
    expect(await db.host.count()).toBe(before);
  });

  it("imported by two at once are there once", async () => {
    const text = "name,site,cpu,ram\nsame,rdu,8,64";
    const both = await Promise.all([imports(region.operator, text), imports(region.infra, text)]);
    expect(both.map((one) => expectDone(one).added).sort()).toEqual([0, 1]);
  });

  it("show how to reach a controller to those who keep them only", async () => {
    const bmcOf = async (actor: Parameters<typeof findRegionHosts>[0]) =>
      (await findRegionHosts(actor, region.key))?.hosts.find(({ name }) => name === "n2")?.bmc;
    expect(await bmcOf(region.operator)).toBe("bmc2.example.org");
    expect(await bmcOf(region.infra)).toBe("bmc2.example.org");
    for (const actor of [thePublic, region.sig, region.chair]) expect(await bmcOf(actor)).toBeNull();
  });

  it("that are gone say why, and another import brings them back", async () => {
    const host = await db.host.findFirstOrThrow({ where: { name: "n2" } });
    const gone = retireHostInput.parse({ hostId: host.id, version: host.version, reason: "The board died." });
    expectDone(await retireHost(region.infra, gone));
    expect(refusalOf(await retireHost(region.infra, gone)).code).toBe("conflict");
    expect((await findRegionHosts(thePublic, region.key))?.former.map(({ name }) => name)).toEqual(["n2"]);
    expect(expectDone(await imports(region.infra))).toMatchObject({ changed: 1 });
    expect((await findRegionHosts(thePublic, region.key))?.former).toEqual([]);
  });
});
