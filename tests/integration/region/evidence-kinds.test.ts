import { beforeAll, describe, expect, it } from "vitest";
import { at } from "@/lib/clock";
import { db, pool } from "@/lib/db/client";
import { findAttachment, readAttachment } from "@/lib/materials/queries";
import { findCapability } from "@/lib/region/capability-queries";
import { submitEvidence } from "@/lib/region/commands/submit-evidence";
import { withdrawEvidence } from "@/lib/region/commands/withdraw-evidence";
import { submitEvidenceInput, withdrawEvidenceInput } from "@/lib/region/evidence-schema";
import type { Result } from "@/lib/result";
import { thePublic } from "@/lib/workflow/actor";
import type { Person } from "../../factories/people";
import { expectDone } from "../../factories/proposals";
import { aRegion, criteriaOf, given, judged, type MadeRegion } from "../../factories/region";

let region: MadeRegion;

beforeAll(async () => {
  region = await aRegion();
});

function refusalOf(result: Result<unknown>) {
  if (result.ok) throw new Error("it was not refused");
  return result.refusal;
}

const proof = (more: object) =>
  submitEvidenceInput.parse({
    region: region.key,
    capability: "sponsorship",
    criterion: criteriaOf("sponsorship")[0],
    ...more,
  });

async function sponsorship() {
  const page = await findCapability(thePublic, { region: region.key, capability: "sponsorship" });
  if (!page) throw new Error("there is no sponsorship");
  return page.capability;
}

async function withdrawn(by: Person, evidenceId: number) {
  const { version } = await db.evidence.findUniqueOrThrow({ where: { id: evidenceId } });
  const reason = "It was another region.";
  return withdrawEvidence(by, withdrawEvidenceInput.parse({ evidenceId, version, reason }));
}

describe("evidence as a file or an output", () => {
  it("keeps the file after a look at what it is, and gives it to everybody", async () => {
    const bytes = new TextEncoder().encode("200 OK, 3600 times.\n");
    const given = await submitEvidence(region.sig, proof({ hasFile: true }), { name: "probe.txt", bytes });
    expectDone(given);
    const [evidence] = (await sponsorship()).evidence.filter(({ file }) => file);
    expect(evidence?.file).toMatchObject({ name: "probe.txt", mediaType: "text/plain", size: bytes.length });
    const file = await findAttachment(thePublic, evidence?.file?.id ?? "");
    if (!file) throw new Error("the file is not there");
    const part = { start: 0, length: file.size };
    expect(Buffer.from(await readAttachment(file, part)).toString()).toBe("200 OK, 3600 times.\n");
  });

  it("refuses a file that is not what its name says, and keeps nothing of it", async () => {
    const before = await db.attachment.count();
    const bytes = new TextEncoder().encode("MZ\u0000 no picture");
    const refusal = refusalOf(
      await submitEvidence(region.sig, proof({ hasFile: true }), { name: "proof.png", bytes }),
    );
    expect(refusal).toMatchObject({ code: "invalid", errors: [{ path: "file" }] });
    expect(await db.attachment.count()).toBe(before);
  });

  it("keeps an output as it was printed, and the database no longer one", async () => {
    expectDone(await submitEvidence(region.sig, proof({ output: "$ probe\n  <b>200</b>\tOK" })));
    const outputs = (await sponsorship()).evidence.map(({ output }) => output);
    expect(outputs).toContain("$ probe\n  <b>200</b>\tOK");
    const write = pool.query(`UPDATE "Evidence" SET "output" = repeat('x', 60001)`);
    await expect(write).rejects.toThrow("evidence_output_size");
  });
});

describe("evidence that counts until a day", () => {
  it("is not taken for a day that is over, by whatever time the clock says", async () => {
    const input = proof({ note: "Seen.", validUntil: "2026-03-01" });
    const late = await at("2026-03-02T00:00:01Z", () => submitEvidence(region.sig, input));
    expect(refusalOf(late)).toMatchObject({ code: "invalid", errors: [{ path: "validUntil" }] });
    expectDone(await at("2026-03-01T23:59:59Z", () => submitEvidence(region.sig, input)));
  });

  it("counts on its last day, not on the day after, and again under a clock that is set back", async () => {
    const own = await aRegion();
    const validUntil = "2026-03-01";
    const input = { ...proof({ note: "Seen.", validUntil }), region: own.key };
    const { evidenceId } = expectDone(await at("2026-02-01T10:00:00Z", () => submitEvidence(own.sig, input)));
    expectDone(await at("2026-02-02T10:00:00Z", () => judged(own.operator, evidenceId)));
    const stateOn = (instant: string) =>
      at(instant, async () => {
        const page = await findCapability(thePublic, { region: own.key, capability: "sponsorship" });
        return [page?.capability.state, page?.capability.evidence[0]?.status];
      });
    expect(await stateOn("2026-03-01T23:59:59Z")).toEqual(["accepted", "accepted"]);
    expect(await stateOn("2026-03-02T00:00:01Z")).toEqual(["regressed", "expired"]);
    expect(await stateOn("2026-02-20T00:00:00Z")).toEqual(["accepted", "accepted"]);
  });
});

describe("taking evidence back", () => {
  it("is for who gave it, and once it is accepted for the operators; it proves nothing any more", async () => {
    const own = await aRegion();
    const id = await given(own.sig, own.key, "sponsorship");
    for (const stranger of [own.infra, own.operator]) {
      expect(refusalOf(await withdrawn(stranger, id)).code).toBe("forbidden");
    }
    expectDone(await judged(own.operator, id));
    expectDone(await withdrawn(own.other, id));
    const page = await findCapability(thePublic, { region: own.key, capability: "sponsorship" });
    expect(page?.capability).toMatchObject({ state: "regressed" });
    expect(page?.capability.because).toContain("The evidence was withdrawn");
    expect(page?.capability.evidence[0]).toMatchObject({
      withdrawnReason: "It was another region.",
      moves: [],
    });
    expect(refusalOf(await withdrawn(own.sig, id)).code).toBe("refused");
  });

  it("and accepting it at once has one winner", async () => {
    const id = await given(region.sig, region.key, "tls");
    const results = await Promise.all([withdrawn(region.sig, id), judged(region.operator, id)]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });
});
