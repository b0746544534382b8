import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { requestFacts } from "@/lib/db/request-facts";
import { findCapability } from "@/lib/region/capability-queries";
import { linkTicket } from "@/lib/region/commands/link-ticket";
import { moveRegion } from "@/lib/region/commands/move-region";
import { openRegion } from "@/lib/region/commands/open-region";
import { unlinkTicket } from "@/lib/region/commands/unlink-ticket";
import { findRegion, findRegionSummary } from "@/lib/region/queries";
import { linkTicketInput, openRegionInput } from "@/lib/region/schema";
import { capabilityTemplate } from "@/lib/region/template";
import type { Result } from "@/lib/result";
import { type Actor, thePublic } from "@/lib/workflow/actor";
import { aPerson } from "../../factories/people";
import { expectDone } from "../../factories/proposals";
import {
  aRegion,
  linked,
  type MadeRegion,
  movesOnboarding,
  movesRegion,
  proven,
} from "../../factories/region";
import { twoWithAccess } from "../../factories/region-roles";
import { aDelivery, aLoneTicket, moves, underWay } from "../../factories/tickets";

let region: MadeRegion;

beforeAll(async () => {
  region = await aRegion();
});

function refusalOf(result: Result<unknown>) {
  if (result.ok) throw new Error("it was not refused");
  return result.refusal;
}

async function seen(actor: Actor, key: string) {
  const found = await findRegion(actor, key);
  if (!found) throw new Error(`there is no region ${key}`);
  return found;
}

async function capabilityOf(actor: Actor, key: string, capability: string) {
  const found = (await seen(actor, key)).capabilities.find((each) => each.key === capability);
  if (!found) throw new Error(`there is no ${capability}`);
  return found;
}

describe("opening a region", () => {
  it("gives it the nineteen capabilities of the template with what they depend on and their criteria", async () => {
    const { capabilities, phase } = await seen(thePublic, region.key);
    expect(phase).toBe("proposed");
    expect(capabilities).toHaveLength(19);
    const expected = capabilityTemplate.map(({ key, acceptance }) => ({ key, criteria: [...acceptance] }));
    expect(capabilities.map(({ key, criteria }) => ({ key, criteria }))).toEqual(expected);
    for (const { key, dependsOn } of capabilityTemplate) {
      const found = capabilities.find((each) => each.key === key);
      expect([...(found?.dependsOn ?? [])].sort()).toEqual([...dependsOn].sort());
    }
  });

  it("is for the officers", async () => {
    const input = openRegionInput.parse({ key: "stray", name: "Stray", operators: "operators-1" });
    expect(refusalOf(await openRegion(region.operator, input)).code).toBe("forbidden");
    expect(refusalOf(await openRegion(thePublic, input)).code).toBe("forbidden");
    expectDone(await openRegion({ kind: "system", name: "the seed" }, input));
  });

  it("under a key by two at once happens once, and the other is told", async () => {
    const input = openRegionInput.parse({ key: "twin", name: "Twin", operators: "operators-1" });
    const results = await Promise.all([openRegion(region.chair, input), openRegion(region.chair, input)]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    const [lost] = results.filter((result) => !result.ok);
    expect(lost && refusalOf(lost)).toMatchObject({ code: "conflict", errors: [{ path: "key" }] });
    expect(await db.capability.count({ where: { region: { key: "twin" } } })).toBe(19);
  });

  it("for a body that does not exist says which field is wrong", async () => {
    const input = openRegionInput.parse({ key: "lost", name: "Lost", operators: "nobody" });
    expect(refusalOf(await openRegion(region.chair, input)).errors).toMatchObject([{ path: "operators" }]);
  });
});

describe("the phase of a region", () => {
  it("goes from proposed to building by recorded moves, each with who and why", async () => {
    const own = await aRegion();
    expectDone(await movesRegion(own.chair, own.key, "approve"));
    expectDone(await movesRegion(own.operator, own.key, "startBuilding"));
    const { phase, history, phases } = await seen(thePublic, own.key);
    expect(phase).toBe("building");
    expect(phases.map((entered) => entered.phase)).toEqual(["approved", "building"]);
    expect(history.at(-1)?.sentence).toBe("opened the region with 19 capabilities.");
    expect(history.at(-2)).toMatchObject({ who: own.chair.name, why: "The board said so." });
  });

  it("does not become provisioned or production while something required is missing, and says what", async () => {
    const own = await aRegion();
    expectDone(await movesRegion(own.chair, own.key, "approve"));
    expectDone(await movesRegion(own.operator, own.key, "startBuilding"));
    const refusal = refusalOf(await movesRegion(own.operator, own.key, "declareProvisioned"));
    expect(refusal.code).toBe("refused");
    expect(refusal.message).toContain("Not provisioned yet: Sponsorship, Hosts, Network");
    for (const { key } of capabilityTemplate) await proven(own, key);
    expectDone(await movesRegion(own.operator, own.key, "declareProvisioned"));
    const delivery = await aDelivery();
    await underWay(delivery, delivery.tickets[0]);
    await linked(own.operator, own.key, "dns", delivery.tickets[0]);
    await linked(own.operator, own.key, "tls", delivery.tickets[0]);
    const production = refusalOf(await movesRegion(own.operator, own.key, "declareProduction"));
    expect(production).toMatchObject({ code: "refused", message: "Not accepted yet: DNS, TLS." });
    expectDone(await moves(delivery.chair, delivery.tickets[0], "fulfil"));
    const shut = refusalOf(await movesRegion(own.operator, own.key, "declareProduction"));
    expect(shut.message).toContain("Onboarding is closed");
    expectDone(await movesOnboarding(own.operator, own.key));
    const shutOut = refusalOf(await movesRegion(own.operator, own.key, "declareProduction"));
    expect(shutOut.message).toContain("Nobody has access");
    await twoWithAccess(own);
    expectDone(await movesRegion(own.operator, own.key, "declareProduction"));
    expect((await seen(thePublic, own.key)).readiness.percent).toBe(100);
  });

  it("is moved by one of two at once, and the other is told", async () => {
    const own = await aRegion();
    const move = { region: own.key, version: 1, move: "approve" as const, reason: "Decided on Monday." };
    const results = await Promise.all([moveRegion(own.chair, move), moveRegion(own.chair, move)]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    const [lost] = results.filter((result) => !result.ok);
    expect(lost && ["conflict", "refused"]).toContain(lost && refusalOf(lost).code);
  });

  it("is not moved from a page that has grown old", async () => {
    const own = await aRegion();
    expectDone(await movesRegion(own.chair, own.key, "approve"));
    const old = { region: own.key, version: 1, move: "startBuilding" as const, reason: "" };
    expect(refusalOf(await moveRegion(own.operator, old)).code).toBe("conflict");
  });

  it("of a region that is not there is not found", async () => {
    const move = { region: "atlantis", version: 1, move: "approve" as const, reason: "Yes." };
    expect(refusalOf(await moveRegion(region.chair, move)).code).toBe("not_found");
  });
});

describe("a ticket under a capability", () => {
  const link = (capability: string, ticket: number) =>
    linkTicketInput.parse({ region: region.key, capability, ticket: `T-${ticket}` });

  it("is put there and taken away by those who keep the work in order, each with its event", async () => {
    const delivery = await aDelivery();
    const [number] = delivery.tickets;
    expectDone(await linkTicket(region.operator, link("ci", number)));
    const page = await findCapability(thePublic, { region: region.key, capability: "ci" });
    expect(page?.capability.tickets[0]).toMatchObject({ number, proposal: { number: delivery.number } });
    expectDone(await unlinkTicket(region.infra, link("ci", number)));
    expect((await capabilityOf(thePublic, region.key, "ci")).tickets).toEqual([]);
    const events = await db.event.findMany({ where: { ticket: { number }, subject: "capability" } });
    expect(events.map(({ type }) => type)).toEqual([
      "capability.ticket_linked",
      "capability.ticket_unlinked",
    ]);
  });

  it("is not put there by somebody else", async () => {
    const author = await aPerson();
    const ticket = await aLoneTicket(author);
    for (const stranger of [author, region.sig, thePublic]) {
      expect(refusalOf(await linkTicket(stranger, link("ci", ticket))).code).toBe("forbidden");
      expect(refusalOf(await unlinkTicket(stranger, link("ci", ticket))).code).toBe("forbidden");
    }
  });

  it("is put there once by two at once, and taken away once", async () => {
    const ticket = await aLoneTicket(await aPerson());
    for (const deed of [linkTicket, unlinkTicket]) {
      const results = await Promise.all([
        deed(region.operator, link("secrets", ticket)),
        deed(region.other, link("secrets", ticket)),
      ]);
      expect(results.filter((result) => result.ok)).toHaveLength(1);
      const [lost] = results.filter((result) => !result.ok);
      expect(lost && refusalOf(lost).code).toBe("conflict");
    }
  });

  it("that does not exist is not found, with its field", async () => {
    const refusal = refusalOf(await linkTicket(region.operator, link("ci", 999_999)));
    expect(refusal).toMatchObject({ code: "not_found", errors: [{ path: "ticket" }] });
  });
});

describe("a ticket of an executive proposal", () => {
  it("neither shows nor counts to those who do not read executive items", async () => {
    const own = await aRegion();
    const delivery = await aDelivery({ by: own.chair, executive: true });
    const before = await seen(thePublic, own.key);
    await linked(own.chair, own.key, "sponsorship", delivery.tickets[0]);
    for (const reader of [thePublic, own.operator, own.sig, await aPerson()]) {
      const { readiness, capabilities, history } = await seen(reader, own.key);
      expect(readiness).toEqual(before.readiness);
      expect(capabilities.flatMap(({ tickets }) => tickets)).toEqual([]);
      expect(history.map(({ sentence }) => sentence).join()).not.toContain("ticket");
      expect((await findRegionSummary(reader))?.sentence).not.toContain(`T-${delivery.tickets[0]}`);
    }
  });

  it("shows and counts to those who do", async () => {
    const own = await aRegion();
    const delivery = await aDelivery({ by: own.chair, executive: true });
    await linked(own.chair, own.key, "sponsorship", delivery.tickets[0]);
    await underWay(delivery, delivery.tickets[0]);
    const director = await aPerson({ roles: [{ role: "director", body: "board" }] });
    expect(await capabilityOf(director, own.key, "sponsorship")).toMatchObject({ state: "in_progress" });
    expect(await capabilityOf(thePublic, own.key, "sponsorship")).toMatchObject({ state: "not_requested" });
  });

  it("cannot be put under a capability by an operator who cannot see it", async () => {
    const delivery = await aDelivery({ by: region.chair, executive: true });
    const input = linkTicketInput.parse({
      region: region.key,
      capability: "ci",
      ticket: delivery.tickets[0],
    });
    expect(refusalOf(await linkTicket(region.operator, input)).code).toBe("not_found");
  });
});

describe("reading a region", () => {
  it("takes one query, with nineteen capabilities and three hundred places of tickets", async () => {
    const author = await aPerson();
    const capabilities = capabilityTemplate.map(({ key }) => key);
    for (let ticket = 0; ticket < 16; ticket += 1) await aLoneTicket(author, { capabilities });
    const facts = { queries: 0, databaseGone: false };
    const found = await requestFacts.run(facts, () => findRegion(region.operator));
    expect(found?.capabilities.flatMap(({ tickets }) => tickets).length).toBeGreaterThanOrEqual(300);
    expect(facts.queries).toBe(1);
  });

  it("gives the first region where none is named, and none where the name is unknown", async () => {
    expect((await findRegion(thePublic))?.key).toBe("region-1");
    expect(await findRegion(thePublic, "atlantis")).toBeNull();
  });

  it("gives home its name, phase, number and sentence with one query", async () => {
    const facts = { queries: 0, databaseGone: false };
    const summary = await requestFacts.run(facts, () => findRegionSummary(thePublic));
    expect(facts.queries).toBe(1);
    expect(summary).toMatchObject({ name: "Region 1", phase: "proposed" });
    expect(summary?.sentence).toContain(`${summary?.percent} % ready`);
  });

  it("offers moves only to those whose they are", async () => {
    const names = async (actor: Actor) => (await seen(actor, region.key)).moves.map(({ name }) => name);
    expect(await names(thePublic)).toEqual([]);
    expect(await names(region.sig)).toEqual([]);
    expect(await names(region.chair)).toEqual(["approve"]);
  });
});
