import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { exportAll } from "@/lib/import-export/export-queries/export-all";
import { tellOfEvent } from "@/lib/notifications/tell";
import { findSig } from "@/lib/people/sig-queries";
import { moveWorkload } from "@/lib/region/commands/move-workload";
import { updateWorkload } from "@/lib/region/commands/update-workload";
import { findRegion } from "@/lib/region/queries";
import { workloadsCsv } from "@/lib/region/workload-csv";
import { findRegionWorkloads } from "@/lib/region/workload-queries";
import { addWorkloadInput, moveWorkloadInput, updateWorkloadInput } from "@/lib/region/workload-schema";
import type { Result } from "@/lib/result";
import { type Actor, thePublic } from "@/lib/workflow/actor";
import { aPerson, type Person } from "../../factories/people";
import { expectDone } from "../../factories/proposals";
import { aRegion, type MadeRegion } from "../../factories/region";
import { aSig, type MadeSig } from "../../factories/sigs";
import {
  adds,
  aWorkload,
  movesWorkload,
  onboards,
  rewrites,
  ticks,
  workloadVersionOf,
} from "../../factories/workloads";

let sig: MadeSig;
let region: MadeRegion;

beforeAll(async () => {
  [sig, region] = [await aSig(), await aRegion()];
});

function refusalOf(result: Result<unknown>) {
  if (result.ok) throw new Error("it was not refused");
  return result.refusal;
}

const planned = (by: Person = sig.chair) => aWorkload({ by, sig: sig.handle, region: region.key });

const statusOf = async (id: number) =>
  (await db.workload.findUniqueOrThrow({ where: { id }, select: { status: true } })).status;

async function onRegion(actor: Actor, id: number) {
  return (await findRegion(actor, region.key))?.workloads.find((workload) => workload.id === id);
}

describe("a workload", () => {
  it("is added by the SIG's chair or a member, as planned, and stands on both pages", async () => {
    for (const by of [sig.chair, sig.member]) {
      const id = await planned(by);
      expect(await onRegion(thePublic, id)).toMatchObject({ status: "planned", tenant: { sig: sig.handle } });
      const page = await findSig(thePublic, sig.handle);
      expect(page?.workloads.some((workload) => workload.id === id)).toBe(true);
    }
  });

  it("is not added for another SIG, by an operator, by somebody of no SIG, or who only administers in it", async () => {
    const administrates = [
      { role: "admin", body: sig.handle },
      { role: "sig_chair", body: (await aSig()).handle },
    ] as const;
    const admin = await aPerson({ roles: [...administrates] });
    const others = [(await aSig()).chair, region.operator, await aPerson(), region.chair, admin];
    for (const by of others) {
      expect(refusalOf(await adds({ by, sig: sig.handle, region: region.key })).code).toBe("forbidden");
    }
  });

  it("needs a SIG and a region that there are", async () => {
    const by = sig.chair;
    expect(refusalOf(await adds({ by, sig: "sig-of-nobody", region: region.key })).code).toBe("not_found");
    expect(refusalOf(await adds({ by, sig: sig.handle, region: "atlantis" }))).toMatchObject({
      errors: [{ path: "region" }],
    });
  });

  it("begins to run, and ends, by its SIG or by the region's operators", async () => {
    const id = await planned();
    await onboards(region.operator, id);
    expect(await statusOf(id)).toBe("running");
    expectDone(await movesWorkload(region.operator, id, "end", "The term is over."));
    expect(await statusOf(id)).toBe("ended");
    const sentences = (await findSig(thePublic, sig.handle))?.history.slice(0, 3);
    expect(sentences?.map(({ sentence }) => sentence.replace(/“.*?”/, "it"))).toEqual([
      expect.stringMatching(/^said that it of Made SIG \d+ has ended\.$/),
      expect.stringMatching(/^said that it of Made SIG \d+ runs\.$/),
      "named Somebody on call to answer for it.",
    ]);
    expect(sentences?.[0]?.why).toBe("The term is over.");
  });

  it("that never ran can end, and what has ended begins no more", async () => {
    const id = await planned();
    expectDone(await movesWorkload(sig.chair, id, "end"));
    for (const move of ["onboard", "end"] as const) {
      expect(refusalOf(await movesWorkload(sig.chair, id, move)).code).toBe("refused");
    }
    expect((await onRegion(sig.chair, id))?.moves).toEqual([]);
  });

  it("is moved and changed by nobody else", async () => {
    const id = await planned();
    for (const by of [await aPerson(), (await aSig()).chair, region.chair]) {
      expect(refusalOf(await movesWorkload(by, id, "onboard")).code).toBe("forbidden");
      expect(refusalOf(await rewrites(by, id, { name: "Mine" })).code).toBe("forbidden");
    }
    const otherRegion = await aRegion();
    expect(refusalOf(await movesWorkload(otherRegion.operator, id, "onboard")).code).toBe("forbidden");
    expect(await statusOf(id)).toBe("planned");
  });

  it("is described anew, and what was said before stays in the event", async () => {
    const id = await planned();
    const { name } = await db.workload.findUniqueOrThrow({ where: { id } });
    expectDone(
      await rewrites(sig.chair, id, { name: "Notebooks, second try", url: "https://lab.example.org" }),
    );
    const event = await db.event.findFirstOrThrow({ where: { type: "workload.updated", subjectId: id } });
    expect(event.data).toMatchObject({ name: "Notebooks, second try", before: { name } });
  });

  it("has a name of its own on the region, also where two take it at once", async () => {
    const name = "The same notebooks";
    const add = () => adds({ by: sig.chair, sig: sig.handle, region: region.key, name });
    const both = await Promise.all([add(), add()]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(refusalOf(both.find(({ ok }) => !ok) ?? both[0])).toMatchObject({
      code: "conflict",
      errors: [{ path: "name" }],
    });
    const [first, second] = [await planned(), await planned()];
    expect(refusalOf(await rewrites(sig.chair, first, { name })).code).toBe("conflict");
    const rename = (id: number) => rewrites(sig.chair, id, { name: "Both want this name" });
    const renamed = await Promise.all([rename(first), rename(second)]);
    expect(renamed.filter(({ ok }) => ok)).toHaveLength(1);
    expect(refusalOf(renamed.find(({ ok }) => !ok) ?? renamed[0]).code).toBe("conflict");
  });

  it("that two move at once is moved once, and the other is told", async () => {
    const workloadId = await planned();
    const version = await workloadVersionOf(workloadId);
    const move = (by: Person, name: string) =>
      moveWorkload(by, moveWorkloadInput.parse({ workloadId, version, move: name }));
    const both = await Promise.all([move(sig.chair, "onboard"), move(region.operator, "end")]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(["conflict", "refused"]).toContain(refusalOf(both.find(({ ok }) => !ok) ?? both[0]).code);
  });

  it("that two change at once keeps one of the two, and the other is told", async () => {
    const workloadId = await planned();
    const version = await workloadVersionOf(workloadId);
    const write = (by: Person, name: string) =>
      updateWorkload(by, updateWorkloadInput.parse({ workloadId, version, name }));
    const both = await Promise.all([write(sig.chair, "First hand"), write(sig.member, "Second hand")]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(refusalOf(both.find(({ ok }) => !ok) ?? both[0]).code).toBe("conflict");
  });

  it("tells the region's operators that it is planned", async () => {
    const id = await planned();
    const event = await db.event.findFirstOrThrow({ where: { type: "workload.added", subjectId: id } });
    await tellOfEvent(event.id);
    const notices = await db.notice.findMany({ where: { eventId: event.id } });
    expect(notices.map(({ personId }) => personId).sort()).toEqual(
      [region.operator.personId, region.other.personId].sort(),
    );
    expect(notices[0]?.href).toBe(`/sigs/${sig.handle}#workloads`);
  });

  it.each([
    ["a name of nothing", { name: "  " }, "name"],
    ["an address that is a script", { url: "javascript:alert(1)" }, "url"],
    ["an address of no host", { url: "https://localhost" }, "url"],
    ["a note without end", { note: "x".repeat(2_001) }, "note"],
  ])("with %s is refused at its field", (_, wrong, field) => {
    const read = addWorkloadInput.safeParse({
      sig: "sig-cloud",
      region: "stream",
      name: "Notebooks",
      ...wrong,
    });
    expect(read.error?.issues[0]?.path).toEqual([field]);
  });

  it("of a project is added by the operators, and its contacts are reached by those who keep it only", async () => {
    const wish = { region: region.key, project: "Data science platform" };
    expect(refusalOf(await adds({ by: sig.chair, ...wish })).code).toBe("forbidden");
    const id = await aWorkload({ by: region.operator, ...wish });
    await onboards(region.operator, id);
    const seen = async (actor: Actor) =>
      (await findRegionWorkloads(actor, region.key))?.workloads.find((one) => one.id === id);
    expect((await seen(region.other))?.contacts[0]).toMatchObject({ reach: "#tenants" });
    for (const actor of [thePublic, sig.chair]) {
      expect((await seen(actor))?.contacts[0]).toMatchObject({ name: "Somebody on call", reach: null });
    }
    const found = await findRegionWorkloads(thePublic, region.key);
    expect(found && workloadsCsv(found)).not.toContain("#tenants");
    for await (const line of exportAll(region.operator)) expect(line).not.toContain("#tenants");
  });

  it("stands on the list of those who have to leave until it has ended", async () => {
    const id = await planned();
    const stays = async () =>
      (await findRegionWorkloads(thePublic, region.key))?.stillThere.some((one) => one.id === id);
    expect(await stays()).toBe(false);
    expectDone(await movesWorkload(sig.chair, id, "onboard"));
    expect(await stays()).toBe(true);
    await ticks(region.operator, id, "quota");
    await ticks(region.operator, id, "quota");
    await ticks(region.operator, id, "quota", false);
    expect(await db.workloadStep.count({ where: { workloadId: id } })).toBe(0);
    expect(await db.event.count({ where: { subjectId: id, type: { startsWith: "workload.step" } } })).toBe(2);
    expectDone(await movesWorkload(sig.chair, id, "end"));
    expect(await stays()).toBe(false);
  });
});
