import { describe, expect, it } from "vitest";
import { at } from "@/lib/clock";
import { db } from "@/lib/db/client";
import { requestFacts } from "@/lib/db/request-facts";
import { submitEvidence } from "@/lib/region/commands/submit-evidence";
import { unlinkTicket } from "@/lib/region/commands/unlink-ticket";
import { withdrawEvidence } from "@/lib/region/commands/withdraw-evidence";
import { submitEvidenceInput, withdrawEvidenceInput } from "@/lib/region/evidence-schema";
import { findRegion } from "@/lib/region/queries";
import { linkTicketInput } from "@/lib/region/schema";
import { findTimeline } from "@/lib/region/timeline-queries";
import { type Actor, thePublic } from "@/lib/workflow/actor";
import { aCapability, changesCapability, removesCapability } from "../../factories/capabilities";
import { anIncident, movesIncident } from "../../factories/incidents";
import { aPerson } from "../../factories/people";
import { expectDone } from "../../factories/proposals";
import { aRegion, criteriaOf, given, judged, linked, movesRegion, proven } from "../../factories/region";
import { aDelivery, moves, underWay } from "../../factories/tickets";

const dayMs = 86_400_000;
const today = Date.now();
const daysAgo = (days: number) => new Date(today - days * dayMs);

async function percentOf(actor: Actor, key: string): Promise<number> {
  return (await findRegion(actor, key))?.readiness.percent ?? -1;
}

async function burnUpOf(actor: Actor, key: string): Promise<Map<string, number>> {
  const timeline = await findTimeline(actor, { region: key });
  return new Map(timeline?.points.map(({ day, percent }) => [day, percent]));
}

describe("the readiness by date", () => {
  it("is on every day what the page said on that day: tickets, evidence, incidents and the template included", async () => {
    const said = new Map<string, number>();
    /** Plays a deed at its time, and reads the page in the evening. */
    const on = async (days: number, deed: () => Promise<unknown>) => {
      await at(daysAgo(days), deed);
      const instant = daysAgo(days);
      const evening = new Date(`${instant.toISOString().slice(0, 10)}T23:59:59.999Z`);
      said.set(evening.toISOString().slice(0, 10), await at(evening, () => percentOf(thePublic, own.key)));
    };
    const delivery = await at(daysAgo(90), () => aDelivery());
    const own = await at(daysAgo(80), () => aRegion());
    const [ticket] = delivery.tickets;
    await on(75, () => linked(own.operator, own.key, "hosts", ticket));
    await on(70, () => underWay(delivery, ticket));
    await on(60, async () => expectDone(await moves(delivery.chair, ticket, "fulfil")));
    await on(55, () => proven(own, "hosts"));
    await on(50, async () => expectDone(await moves(delivery.chair, ticket, "reopen", "It broke.")));
    await on(48, () => proven(own, "sponsorship"));
    await on(45, () =>
      changesCapability(own.operator, own.key, "sponsorship", { weight: 40 }).then(expectDone),
    );
    await on(40, () => anIncident(own.operator, own.key, { affected: ["sponsorship"] }));
    await on(38, async () => expectDone(await movesIncident(own.operator, own.key, "resolve")));
    await on(30, () =>
      aCapability(own.operator, own.key, { name: "Object storage", dependsOn: ["storage"] }),
    );
    await on(28, () => removesCapability(own.operator, own.key, "ci").then(expectDone));
    const validUntil = daysAgo(15).toISOString().slice(0, 10);
    await on(25, async () => {
      const criterion = criteriaOf("dns")[0];
      const proof = { region: own.key, capability: "dns", criterion, note: "Seen.", validUntil };
      const { evidenceId } = expectDone(await submitEvidence(own.sig, submitEvidenceInput.parse(proof)));
      expectDone(await judged(own.operator, evidenceId));
    });
    await on(14, async () => undefined); // the evidence has expired
    await on(10, async () => {
      const { id, version } = await db.evidence.findFirstOrThrow({
        where: { capability: { key: "sponsorship", region: { key: own.key } } },
      });
      const reason = "The minutes were of another region.";
      expectDone(
        await withdrawEvidence(own.sig, withdrawEvidenceInput.parse({ evidenceId: id, version, reason })),
      );
    });
    await on(5, async () => {
      const link = linkTicketInput.parse({ region: own.key, capability: "hosts", ticket });
      expectDone(await unlinkTicket(own.operator, link));
    });
    const points = await burnUpOf(thePublic, own.key);
    for (const [day, percent] of said) expect([day, points.get(day)]).toEqual([day, percent]);
    expect(new Set(said.values()).size).toBeGreaterThan(7);
    expect([...points.values()].at(-1)).toBe(await percentOf(thePublic, own.key));
    const { sinceMonth } = (await findRegion(thePublic, own.key)) ?? {};
    expect(sinceMonth?.percent).toBe(said.get(daysAgo(30).toISOString().slice(0, 10)));
  });

  it("does not tell of a ticket that is hidden, and does to those who see it", async () => {
    const own = await aRegion();
    const delivery = await aDelivery({ by: own.chair, executive: true });
    await linked(own.chair, own.key, "sponsorship", delivery.tickets[0]);
    await underWay(delivery, delivery.tickets[0]);
    const hidden = await burnUpOf(thePublic, own.key);
    const director = await aPerson({ roles: [{ role: "director", body: "board" }] });
    const shown = await burnUpOf(director, own.key);
    expect([...hidden.values()].at(-1)).toBe(0);
    expect([...shown.values()].at(-1)).toBeGreaterThan(0);
    const entries = async (actor: Actor) => (await findTimeline(actor, { region: own.key }))?.entries ?? [];
    expect((await entries(thePublic)).some(({ kind }) => kind === "ticket" || kind === "decision")).toBe(
      false,
    );
    expect((await entries(director)).some(({ kind }) => kind === "ticket")).toBe(true);
    expect((await entries(director)).some(({ kind }) => kind === "decision")).toBe(true);
  });
});

describe("the timeline of a region", () => {
  it("shows decisions, tickets, evidence, incidents and phases, by kind, in one query", async () => {
    const own = await aRegion();
    const delivery = await aDelivery();
    await linked(own.operator, own.key, "dns", delivery.tickets[0]);
    await underWay(delivery, delivery.tickets[0]);
    await given(own.sig, own.key, "dns");
    await anIncident(own.operator, own.key);
    expectDone(await movesRegion(own.chair, own.key, "approve"));
    const facts = { queries: 0, databaseGone: false };
    const timeline = await requestFacts.run(facts, () => findTimeline(thePublic, { region: own.key }));
    expect(facts.queries).toBe(1);
    const kinds = new Set(timeline?.entries.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(["capability", "decision", "evidence", "incident", "phase", "ticket"]);
    expect(timeline?.entries[0]).toMatchObject({ kind: "phase", why: "The board said so." });
    const incident = timeline?.entries.find(({ kind }) => kind === "incident");
    expect(incident?.href).toBe(`/region/${own.key}/incidents/1`);
    const only = await findTimeline(thePublic, { region: own.key, kind: "evidence" });
    expect(only?.entries.map(({ kind }) => kind)).toEqual(["evidence"]);
    expect(await findTimeline(thePublic, { region: "atlantis" })).toBeNull();
  });

  it("goes on where a part of it ended", async () => {
    const own = await aRegion();
    const { id, capabilities } = await db.region.findUniqueOrThrow({
      where: { key: own.key },
      include: { capabilities: { take: 1 } },
    });
    const event = {
      type: "capability.changed",
      subject: "capability",
      regionId: id,
      data: { capability: "DNS" },
    };
    const subjectId = capabilities[0]?.id ?? 0;
    await db.event.createMany({ data: Array.from({ length: 108 }, () => ({ ...event, subjectId })) });
    const first = await findTimeline(thePublic, { region: own.key });
    expect(first?.entries).toHaveLength(100);
    const rest = await findTimeline(thePublic, { region: own.key, before: first?.older });
    expect(rest?.entries.at(-1)?.sentence).toBe("opened the region with 19 capabilities.");
    expect(rest?.older).toBeUndefined();
  });
});
