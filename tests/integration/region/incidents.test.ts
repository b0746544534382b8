import { beforeAll, describe, expect, it } from "vitest";
import { db, pool } from "@/lib/db/client";
import { addIncidentUpdate } from "@/lib/region/commands/add-incident-update";
import { declareIncident } from "@/lib/region/commands/declare-incident";
import { moveIncident } from "@/lib/region/commands/move-incident";
import { findIncident, listIncidents } from "@/lib/region/incident-queries";
import { addIncidentUpdateInput, declareIncidentInput } from "@/lib/region/incident-schema";
import { findRegion } from "@/lib/region/queries";
import type { Result } from "@/lib/result";
import { thePublic } from "@/lib/workflow/actor";
import { anIncident, changesIncident, movesIncident } from "../../factories/incidents";
import { aPerson } from "../../factories/people";
import { expectDone } from "../../factories/proposals";
import { aRegion, type MadeRegion, proven } from "../../factories/region";

let region: MadeRegion;

beforeAll(async () => {
  region = await aRegion();
  await proven(region, "dns");
  await proven(region, "tls");
});

function refusalOf(result: Result<unknown>) {
  if (result.ok) throw new Error("it was not refused");
  return result.refusal;
}

async function dnsOf({ key } = region) {
  const found = await findRegion(thePublic, key);
  const dns = found?.capabilities.find((each) => each.key === "dns");
  return { percent: found?.readiness.percent ?? -1, state: dns?.state, because: dns?.because };
}

describe("an incident", () => {
  it("lowers what it affects with its reason, and gives it back when it is resolved", async () => {
    const own = await aRegion();
    await proven(own, "dns");
    const before = await dnsOf(own);
    await anIncident(own.operator, own.key);
    const during = await dnsOf(own);
    expect(during).toMatchObject({
      state: "regressed",
      because: "An incident is open: Names do not resolve.",
    });
    expect(during.percent).toBeLessThan(before.percent);
    expectDone(await movesIncident(own.operator, own.key, "monitor"));
    expect((await dnsOf(own)).state).toBe("regressed");
    expectDone(await movesIncident(own.other, own.key, "resolve"));
    expect(await dnsOf(own)).toEqual(before);
    expectDone(await movesIncident(own.other, own.key, "reopen"));
    expect(await dnsOf(own)).toEqual(during);
  });

  it("is declared by the operators and the infra team, with a number of its own, also at once", async () => {
    const own = await aRegion();
    const input = { region: own.key, title: "Slow", severity: "minor", affected: ["dns", "tls"] };
    const parsed = declareIncidentInput.parse(input);
    for (const stranger of [own.sig, own.chair, await aPerson()]) {
      expect(refusalOf(await declareIncident(stranger, parsed)).code).toBe("forbidden");
    }
    const both = await Promise.all([
      declareIncident(own.operator, parsed),
      declareIncident(own.infra, parsed),
    ]);
    expect(both.map((result) => expectDone(result).incident).sort()).toEqual([1, 2]);
    expect((await listIncidents(thePublic, own.key))?.incidents.map(({ number }) => number)).toEqual([2, 1]);
  });

  it.each([
    [{ affected: ["teleport"] }, "affected", "no capability"],
    [{ lead: "@nobody-here" }, "lead", "Nobody here is called @nobody-here"],
    [{ startedAt: "2999-01-01T10:00" }, "startedAt", "still to come"],
    [{ startedAt: "2001-01-01T10:00" }, "startedAt", "more than 90 days ago"],
  ])("with %o is refused at its field", async (wrong, path, words) => {
    const input = { region: region.key, title: "Odd", severity: "minor", affected: ["dns"], ...wrong };
    const refusal = refusalOf(await declareIncident(region.operator, declareIncidentInput.parse(input)));
    expect(refusal).toMatchObject({ code: "invalid", errors: [{ path }] });
    expect(refusal.message).toContain(words);
  });

  it("of a severity that many felt is closed with its post-mortem only", async () => {
    const own = await aRegion();
    await anIncident(own.operator, own.key, { severity: "critical" });
    expectDone(await movesIncident(own.operator, own.key, "resolve"));
    expect(refusalOf(await movesIncident(own.operator, own.key, "close")).message).toContain("post-mortem");
    const write = db.incident.updateMany({ where: { region: { key: own.key } }, data: { status: "closed" } });
    await expect(write).rejects.toThrow(/incident_post_mortem|without an event/);
    const postMortemUrl = "https://learned.example.org/1";
    expectDone(await changesIncident(own.operator, own.key, { severity: "critical", postMortemUrl }));
    expectDone(await movesIncident(own.operator, own.key, "close"));
    const stripped = await changesIncident(own.operator, own.key, { severity: "critical" });
    expect(refusalOf(stripped)).toMatchObject({ code: "invalid", errors: [{ path: "postMortemUrl" }] });
  });

  it("has a lead, somebody who speaks, and a line of time that only grows", async () => {
    const own = await aRegion();
    const lead = await aPerson();
    await anIncident(own.operator, own.key);
    expectDone(
      await changesIncident(own.operator, own.key, { lead: `@${lead.handle}`, comms: own.sig.handle }),
    );
    const update = { region: own.key, incident: 1, text: "The second resolver is back." };
    const stranger = await aPerson();
    expect(refusalOf(await addIncidentUpdate(stranger, addIncidentUpdateInput.parse(update))).code).toBe(
      "forbidden",
    );
    expectDone(await addIncidentUpdate(lead, addIncidentUpdateInput.parse(update)));
    const shown = await findIncident(lead, { region: own.key, incident: 1 });
    expect(shown).toMatchObject({
      lead: { handle: lead.handle },
      comms: { handle: own.sig.handle },
      mayKeep: true,
    });
    expect(shown?.timeline[0]).toMatchObject({ who: lead.name, why: "The second resolver is back." });
    await expect(pool.query(`DELETE FROM "IncidentUpdate"`)).rejects.toThrow("append-only");
  });

  it("that turns out to affect something else gives back what was well", async () => {
    const own = await aRegion();
    await proven(own, "dns");
    await anIncident(own.operator, own.key);
    expectDone(await changesIncident(own.operator, own.key, { affected: ["tls"] }));
    expect((await dnsOf(own)).state).toBe("accepted");
  });

  it("is resolved once by two at once", async () => {
    const own = await aRegion();
    await anIncident(own.operator, own.key);
    const move = { region: own.key, incident: 1, version: 1, move: "resolve" as const, reason: "Restarted." };
    const results = await Promise.all([moveIncident(own.operator, move), moveIncident(own.other, move)]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("reaches the operators and the directors, who see why", async () => {
    const own = await aRegion();
    const director = await aPerson({ roles: [{ role: "director", body: "board" }] });
    await anIncident(own.operator, own.key);
    const { id } = await db.event.findFirstOrThrow({
      where: { type: "incident.declared", region: { key: own.key } },
    });
    const { tellOfEvent } = await import("@/lib/notifications/tell");
    await tellOfEvent(id);
    const told = await db.notice.findMany({ where: { eventId: id }, select: { personId: true, href: true } });
    expect(told.map(({ personId }) => personId)).toEqual(
      expect.arrayContaining([own.other.personId, director.personId]),
    );
    expect(told.map(({ personId }) => personId)).not.toContain(own.operator.personId);
    expect(told[0]?.href).toBe(`/region/${own.key}/incidents/1`);
  });
});
