import { beforeEach, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { addRoutingRule } from "@/lib/tickets/commands/add-routing-rule";
import { changeRoutingRule } from "@/lib/tickets/commands/change-routing-rule";
import { moveRoutingRule } from "@/lib/tickets/commands/move-routing-rule";
import { switchRoutingRule } from "@/lib/tickets/commands/switch-routing-rule";
import { defaultRouting } from "@/lib/tickets/default-routing";
import { proposeRoute } from "@/lib/tickets/router";
import { findRouting, findRule, listRoutingRules } from "@/lib/tickets/routing-queries";
import { addRuleInput, changeRuleInput } from "@/lib/tickets/routing-schema";
import { thePublic } from "@/lib/workflow/actor";
import { aPerson } from "../../factories/people";
import { expectDone } from "../../factories/proposals";

const anAdmin = () => aPerson({ roles: [{ role: "admin", body: "infra" }] });
const says = addRuleInput.parse({
  kind: "infra_request",
  words: "coffee*\n20+ cups",
  destination: "sig",
  reason: "The SIG makes its own coffee.",
});
const coffee = { kind: "infra_request", text: "Coffee for long nights" } as const;
const routed = async () => proposeRoute(coffee, await listRoutingRules());

beforeEach(async () => {
  await db.$executeRaw`TRUNCATE "RoutingRule"`;
});

it("the usual rules are in force until an administrator changes one, and the change counts at once", async () => {
  const admin = await anAdmin();
  expect((await listRoutingRules()).map(({ key }) => key)).toEqual(defaultRouting.map(({ key }) => key));
  expect(await routed()).toMatchObject({ destination: "infra", requestType: "general" });

  const { key } = expectDone(await addRoutingRule(admin, says));
  expect(await routed()).toMatchObject({ destination: "sig", rule: key, place: 1 });
  expect(await db.routingRule.count()).toBe(defaultRouting.length + 1);

  expectDone(await switchRoutingRule(admin, { key, version: 1, enabled: "off" }));
  expect(await routed()).toMatchObject({ destination: "infra" });
  expectDone(await switchRoutingRule(admin, { key, version: 2, enabled: "on" }));
  const changed = changeRuleInput.parse({ ...says, words: "tea", key, version: 3 });
  expectDone(await changeRoutingRule(admin, changed));
  expect(await routed()).toMatchObject({ destination: "infra" });

  const page = await findRouting(admin);
  expect(page?.usual).toBe(false);
  expect(page?.history.slice(0, 4).map(({ who, sentence }) => `${who} ${sentence}`)).toEqual([
    `${admin.name} changed rule 1 of the router, “The SIG makes its own coffee.”.`,
    `${admin.name} switched on rule 1 of the router, “The SIG makes its own coffee.”.`,
    `${admin.name} switched off rule 1 of the router, “The SIG makes its own coffee.”.`,
    `${admin.name} added rule 1 of the router, “The SIG makes its own coffee.”.`,
  ]);
});

it("a rule moves past its neighbour, and not beyond the ends", async () => {
  const admin = await anAdmin();
  const [first, second] = defaultRouting;
  const key = first?.key ?? "";
  expect(await moveRoutingRule(admin, { key, version: 1, direction: "up" })).toMatchObject({ ok: false });
  expectDone(await moveRoutingRule(admin, { key, version: 1, direction: "down" }));
  expect((await listRoutingRules()).slice(0, 2).map((rule) => rule.key)).toEqual([second?.key, key]);
});

it("of two administrators who change the same rule, the second is told; two first changes write the rules down once", async () => {
  const [one, other] = [await anAdmin(), await anAdmin()];
  const key = "dns-record";
  const outcomes = await Promise.all([
    switchRoutingRule(one, { key, version: 1, enabled: "off" }),
    switchRoutingRule(other, { key, version: 1, enabled: "off" }),
  ]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: "conflict" } });
  expect(await db.routingRule.count()).toBe(defaultRouting.length);
});

it("nobody but an administrator sees or changes the rules", async () => {
  const chair = await aPerson({ roles: [{ role: "chair", body: "board" }] });
  for (const actor of [thePublic, await aPerson(), chair]) {
    expect(await findRouting(actor)).toBeNull();
    expect(await findRule(actor, "dns-record")).toBeNull();
    expect(await addRoutingRule(actor, says)).toMatchObject({ ok: false, refusal: { code: "forbidden" } });
  }
});

it("the database changes no rule without an event, and keeps every rule whole", async () => {
  const admin = await anAdmin();
  const { key } = expectDone(await addRoutingRule(admin, says));
  await expect(db.routingRule.update({ where: { key }, data: { enabled: false } })).rejects.toThrow(
    /without an event/,
  );
  await expect(db.routingRule.delete({ where: { key } })).rejects.toThrow(/without an event/);
  await expect(db.routingRule.update({ where: { key }, data: { requestType: "general" } })).rejects.toThrow(
    /routing_rule_type/,
  );
  expect(await findRule(admin, key)).toMatchObject({ enabled: true, requestType: null });
});
