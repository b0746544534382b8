import { beforeAll, describe, expect, it } from "vitest";
import { now } from "@/lib/clock";
import { db } from "@/lib/db/client";
import { judgeEvidence } from "@/lib/region/commands/judge-evidence";
import { submitEvidence } from "@/lib/region/commands/submit-evidence";
import { submitEvidenceInput } from "@/lib/region/evidence-schema";
import { findRegion } from "@/lib/region/queries";
import type { Result } from "@/lib/result";
import { thePublic } from "@/lib/workflow/actor";
import { record } from "@/lib/workflow/events";
import { aPerson } from "../../factories/people";
import { expectDone } from "../../factories/proposals";
import { aRegion, criteriaOf, given, judged, linked, type MadeRegion, proven } from "../../factories/region";
import { aDelivery, moves, underWay } from "../../factories/tickets";

let region: MadeRegion;

beforeAll(async () => {
  region = await aRegion();
});

function refusalOf(result: Result<unknown>) {
  if (result.ok) throw new Error("it was not refused");
  return result.refusal;
}

async function stateOf(capability: string, key = region.key) {
  const found = await findRegion(thePublic, key);
  return found?.capabilities.find((each) => each.key === capability)?.state;
}

const ready = async (key: string) => (await findRegion(thePublic, key))?.readiness.percent ?? -1;

const proof = (capability: string, more: object = {}) =>
  submitEvidenceInput.parse({
    region: region.key,
    capability,
    criterion: criteriaOf(capability)[0],
    note: "Seen.",
    ...more,
  });

describe("the readiness of a region", () => {
  it("rises as a ticket is done, falls as it is reopened, and rises with each piece of evidence", async () => {
    const own = await aRegion();
    const delivery = await aDelivery();
    const [first] = delivery.tickets;
    await linked(own.operator, own.key, "hosts", first);
    const empty = await ready(own.key);
    await underWay(delivery, first);
    const begun = await ready(own.key);
    expectDone(await moves(delivery.chair, first, "fulfil"));
    expect(await stateOf("hosts", own.key)).toBe("provisioned");
    const done = await ready(own.key);
    expectDone(await moves(delivery.chair, first, "reopen", "It broke."));
    const reopened = await ready(own.key);
    expectDone(await moves(delivery.chair, first, "accept"));
    expectDone(await moves(delivery.chair, first, "fulfil"));
    await proven(own, "hosts");
    expect(await stateOf("hosts", own.key)).toBe("accepted");
    const accepted = await ready(own.key);
    expect(begun).toBeGreaterThanOrEqual(empty);
    expect(done).toBeGreaterThan(begun);
    expect(reopened).toBeLessThan(done);
    expect(accepted).toBeGreaterThan(done);
  });

  it("does not rise by evidence that nobody has judged, or that was refused", async () => {
    const own = await aRegion();
    expectDone(await judged(own.operator, await given(own.sig, own.key, "sponsorship"), "refuse"));
    expect(await stateOf("sponsorship", own.key)).toBe("not_requested");
    await given(own.sig, own.key, "sponsorship");
    expect(await stateOf("sponsorship", own.key)).toBe("in_progress");
    await proven(own, "sponsorship");
    expect(await stateOf("sponsorship", own.key)).toBe("accepted");
  });
});

describe("evidence", () => {
  it("may be given by whoever asked for one of the capability’s tickets", async () => {
    const delivery = await aDelivery();
    expect(refusalOf(await submitEvidence(delivery.author, proof("dns"))).code).toBe("forbidden");
    await linked(region.infra, region.key, "dns", delivery.tickets[0]);
    expectDone(await submitEvidence(delivery.author, proof("dns")));
  });

  it("is not taken from somebody who has no part in the work, nor from nobody", async () => {
    const passerBy = await aPerson();
    expect(refusalOf(await submitEvidence(passerBy, proof("tls"))).code).toBe("forbidden");
    expect(refusalOf(await submitEvidence(thePublic, proof("tls"))).code).toBe("signed_out");
  });

  it("is for a criterion that the capability has", async () => {
    const [foreign] = criteriaOf("hosts");
    const refusal = refusalOf(await submitEvidence(region.sig, proof("tls", { criterion: foreign })));
    expect(refusal).toMatchObject({ code: "invalid", errors: [{ path: "criterion" }] });
  });

  it("is not taken for a capability or a region that is not there", async () => {
    for (const wrong of [{ region: "atlantis" }, { capability: "teleport" }]) {
      expect(refusalOf(await submitEvidence(region.sig, proof("tls", wrong))).code).toBe("not_found");
    }
  });

  it("leaves an event of the region with the capability and the criterion", async () => {
    const id = await given(region.sig, region.key, "logging");
    const event = await db.event.findFirstOrThrow({ where: { subject: "evidence", subjectId: id } });
    expect(event).toMatchObject({ type: "evidence.submitted", data: { capability: "Logging" } });
    expect(event.regionId).not.toBeNull();
  });
});

describe("judging evidence", () => {
  it("is never for who gave it, even as an operator", async () => {
    const id = await given(region.operator, region.key, "network");
    const refusal = refusalOf(await judged(region.operator, id));
    expect(refusal.code).toBe("forbidden");
    expect(refusal.message).toContain("did not give the evidence");
    expectDone(await judged(region.other, id));
  });

  it("by who gave it is refused by the database too", async () => {
    const id = await given(region.operator, region.key, "network");
    const { personId } = region.operator;
    const write = db.$transaction(async (tx) => {
      const event = { type: "evidence.accepted", subject: "evidence", subjectId: id };
      await record(tx, region.operator, { ...event, data: { to: "accepted" } });
      await tx.evidence.update({
        where: { id },
        data: { status: "accepted", judgedById: personId, judgedAt: now() },
      });
    });
    await expect(write).rejects.toThrow("evidence_two_people");
  });

  it("is for the operators of that region, not of another", async () => {
    const elsewhere = await aRegion();
    const id = await given(region.sig, region.key, "network");
    for (const stranger of [elsewhere.operator, region.chair, region.sig]) {
      expect(refusalOf(await judged(stranger, id)).code).toBe("forbidden");
    }
  });

  it("happens once: what was refused is given anew", async () => {
    const id = await given(region.sig, region.key, "network");
    expectDone(await judged(region.operator, id, "refuse"));
    expect(refusalOf(await judged(region.other, id)).code).toBe("refused");
    const stored = await db.evidence.findUniqueOrThrow({ where: { id } });
    expect(stored).toMatchObject({ status: "refused", reason: "The log is missing." });
  });

  it("by two operators at once has one winner, and the other is told", async () => {
    const evidenceId = await given(region.sig, region.key, "storage");
    const verdict = { evidenceId, version: 1, verdict: "accept" as const, reason: "" };
    const results = await Promise.all([
      judgeEvidence(region.operator, verdict),
      judgeEvidence(region.other, { ...verdict, verdict: "refuse", reason: "Where is the log?" }),
    ]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    const [lost] = results.filter((result) => !result.ok);
    expect(lost && ["conflict", "refused"]).toContain(lost && refusalOf(lost).code);
    const events = await db.event.count({ where: { subject: "evidence", subjectId: evidenceId } });
    expect(events).toBe(2);
  });

  it("of what is not there is not found", async () => {
    const verdict = { evidenceId: 999_999, version: 1, verdict: "accept" as const, reason: "" };
    expect(refusalOf(await judgeEvidence(region.operator, verdict)).code).toBe("not_found");
  });
});
