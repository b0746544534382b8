import { beforeAll, describe, expect, it } from "vitest";
import { db, pool } from "@/lib/db/client";
import { findCapability, findShapeChoices } from "@/lib/region/capability-queries";
import {
  addCapabilityInput,
  describeRegionInput,
  removeCapabilityInput,
} from "@/lib/region/capability-schema";
import { addCapability } from "@/lib/region/commands/add-capability";
import { changeCapability } from "@/lib/region/commands/change-capability";
import { describeRegion } from "@/lib/region/commands/describe-region";
import { removeCapability } from "@/lib/region/commands/remove-capability";
import { findRegion } from "@/lib/region/queries";
import type { Result } from "@/lib/result";
import { thePublic } from "@/lib/workflow/actor";
import { aCapability, changeOf, changesCapability, removesCapability } from "../../factories/capabilities";
import { aPerson } from "../../factories/people";
import { expectDone } from "../../factories/proposals";
import {
  aRegion,
  criteriaOf,
  given,
  type MadeRegion,
  movesOnboarding,
  movesRegion,
  proven,
} from "../../factories/region";

let region: MadeRegion;

beforeAll(async () => {
  region = await aRegion();
});

function refusalOf(result: Result<unknown>) {
  if (result.ok) throw new Error("it was not refused");
  return result.refusal;
}

async function seen(key = region.key) {
  const found = await findRegion(thePublic, key);
  if (!found) throw new Error(`there is no region ${key}`);
  return found;
}

const stateOf = async (key: string, capability: string) =>
  (await seen(key)).capabilities.find((each) => each.key === capability)?.state;

describe("a capability of one's own", () => {
  it("is added with what it needs, counts from then on, and is told in the history", async () => {
    const key = await aCapability(region.operator, region.key, {
      name: "Größe & Last",
      dependsOn: ["kubernetes"],
    });
    expect(key).toBe("gro-e-last");
    const { capabilities, history } = await seen();
    const found = capabilities.find((each) => each.key === key);
    expect(found).toMatchObject({ name: "Größe & Last", dependsOn: ["kubernetes"], state: "not_requested" });
    expect(capabilities.indexOf(found as never)).toBeGreaterThan(
      capabilities.findIndex((each) => each.key === "kubernetes"),
    );
    expect(history[0]?.sentence).toBe("added the capability Größe & Last.");
  });

  it("is not added twice under one name, nor by two at once", async () => {
    const input = addCapabilityInput.parse({ region: region.key, name: "Registry", weight: "2" });
    const results = await Promise.all([
      addCapability(region.operator, input),
      addCapability(region.other, { ...input, name: "registry" }),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const [lost] = results.filter(({ ok }) => !ok);
    expect(lost && refusalOf(lost)).toMatchObject({ code: "conflict", errors: [{ path: "name" }] });
  });

  it("is for the operators of the region and the officers", async () => {
    const input = addCapabilityInput.parse({ region: region.key, name: "Stray", weight: 1 });
    for (const stranger of [region.sig, region.infra, thePublic, await aPerson()]) {
      expect(refusalOf(await addCapability(stranger, input)).code).toBe("forbidden");
    }
    expect(await findShapeChoices(region.sig, region.key)).toBeNull();
    expectDone(await addCapability(region.chair, input));
  });

  it("never lies about a part of the region's address", async () => {
    expect(await aCapability(region.operator, region.key, { name: "Timeline" })).toBe("timeline-2");
  });
});

describe("a ring of dependencies", () => {
  it("is refused with its path in names", async () => {
    const refusal = refusalOf(
      await changesCapability(region.operator, region.key, "hosts", { dependsOn: ["dns"] }),
    );
    expect(refusal).toMatchObject({ code: "invalid", errors: [{ path: "dependsOn" }] });
    expect(refusal.message).toContain("Hosts → DNS → Network → Hosts");
  });

  it("of two halves added at once is closed by neither", async () => {
    const one = await aCapability(region.operator, region.key, { name: "Half one" });
    const other = await aCapability(region.operator, region.key, { name: "Half other" });
    const results = await Promise.all([
      changesCapability(region.operator, region.key, one, { dependsOn: [other] }),
      changesCapability(region.other, region.key, other, { dependsOn: [one] }),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("is refused by the database as well, whoever writes", async () => {
    const idOf = async (key: string) =>
      (await db.capability.findFirstOrThrow({ where: { key, region: { key: region.key } } })).id;
    const ids = [await idOf("sponsorship"), await idOf("backup-and-exit")];
    const write = pool.query(`INSERT INTO "CapabilityDependency" VALUES ($1, $2)`, ids);
    await expect(write).rejects.toThrow("a ring of dependencies");
  });
});

describe("changing a capability", () => {
  it("renames it at its address, and says what was changed", async () => {
    expectDone(await changesCapability(region.operator, region.key, "sso", { name: "Sign-in", weight: 5 }));
    const page = await findCapability(thePublic, { region: region.key, capability: "sso" });
    expect(page?.capability).toMatchObject({ name: "Sign-in", weight: 5 });
    expect((await seen()).history[0]?.sentence).toBe("changed its name, its weight of Sign-in.");
  });

  it("asks for other evidence where a criterion is worded otherwise, and gives it back with the old words", async () => {
    const own = await aRegion();
    await proven(own, "sponsorship");
    expect(await stateOf(own.key, "sponsorship")).toBe("accepted");
    expectDone(await changesCapability(own.operator, own.key, "sponsorship", { criteria: "A vote says so" }));
    expect(await stateOf(own.key, "sponsorship")).toBe("in_progress");
    expectDone(
      await changesCapability(own.operator, own.key, "sponsorship", {
        criteria: criteriaOf("sponsorship").join("\n"),
      }),
    );
    expect(await stateOf(own.key, "sponsorship")).toBe("accepted");
  });

  it("is refused from a page that has grown old, and where nothing differs", async () => {
    const old = await changeOf(region.key, "logging", { weight: 4 });
    expectDone(await changeCapability(region.operator, old));
    expect(refusalOf(await changeCapability(region.other, { ...old, weight: 9 })).code).toBe("conflict");
    expect(refusalOf(await changesCapability(region.operator, region.key, "logging", {})).code).toBe(
      "refused",
    );
  });

  it("to a weight of zero everywhere leaves a number that means something", async () => {
    const own = await aRegion();
    await db.capability.updateMany({ where: { region: { key: own.key } }, data: { weight: 0 } });
    await proven(own, "sponsorship");
    expect((await seen(own.key)).readiness.percent).toBe(Math.floor(100 / 19));
  });
});

describe("removing a capability", () => {
  it("takes it out of the number and out of what others wait for, and keeps its past", async () => {
    const own = await aRegion();
    await given(own.sig, own.key, "ci");
    expectDone(await removesCapability(own.operator, own.key, "ci"));
    const { capabilities, history, states } = await seen(own.key);
    expect(states).toHaveLength(18);
    expect(capabilities.flatMap(({ dependsOn }) => dependsOn)).not.toContain("ci");
    expect(history[0]).toMatchObject({
      sentence: "removed the capability Continuous integration.",
      why: "This region does without.",
    });
    expect(await db.evidence.count({ where: { capability: { key: "ci", region: { key: own.key } } } })).toBe(
      1,
    );
    expect(await findCapability(thePublic, { region: own.key, capability: "ci" })).toBeNull();
  });

  it("by two at once happens once", async () => {
    const own = await aRegion();
    const { version } = await changeOf(own.key, "ci");
    const input = removeCapabilityInput.parse({
      region: own.key,
      capability: "ci",
      version,
      reason: "Not here.",
    });
    const results = await Promise.all([
      removeCapability(own.operator, input),
      removeCapability(own.other, input),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe("a region without a capability, and one with 400", () => {
  it("says so, and opens for nobody", async () => {
    const own = await aRegion();
    await db.capability.updateMany({ where: { region: { key: own.key } }, data: { removedAt: new Date() } });
    const { readiness, capabilities } = await seen(own.key);
    expect([readiness.percent, readiness.sentence, capabilities.length]).toEqual([
      0,
      "The region has no capabilities yet.",
      0,
    ]);
    expectDone(await movesRegion(own.chair, own.key, "approve"));
    expectDone(await movesRegion(own.operator, own.key, "startBuilding"));
    expect(refusalOf(await movesRegion(own.operator, own.key, "declareProvisioned")).message).toContain(
      "no capabilities yet",
    );
  });

  it("is read, and takes no further one", async () => {
    const own = await aRegion();
    const { id } = await db.region.findUniqueOrThrow({ where: { key: own.key } });
    await db.capability.createMany({
      data: Array.from({ length: 381 }, (_, place) => ({
        ...{ regionId: id, key: `more-${place}`, name: `More ${place}` },
        ...{ position: 20 + place, criteria: ["It works"] },
      })),
    });
    expect((await seen(own.key)).capabilities).toHaveLength(400);
    const input = addCapabilityInput.parse({ region: own.key, name: "One more", weight: 1 });
    expect(refusalOf(await addCapability(own.operator, input)).message).toContain("at most 400");
  });
});

describe("what is said of a region", () => {
  it("is changed by its operators, with the version of its system, and not over somebody else's change", async () => {
    const { version } = await db.region.findUniqueOrThrow({ where: { key: region.key } });
    const said = {
      region: region.key,
      version,
      name: "Stream east",
      operatingSystem: "CentOS Stream",
      osVersion: "10",
    };
    const input = describeRegionInput.parse(said);
    expect(refusalOf(await describeRegion(region.sig, input)).code).toBe("forbidden");
    expectDone(await describeRegion(region.operator, input));
    expect(await seen()).toMatchObject({ name: "Stream east", osVersion: "10" });
    expect(refusalOf(await describeRegion(region.other, input)).code).toBe("conflict");
  });
});

describe("onboarding", () => {
  it("opens once its capability is accepted, with the place to ask, and closes with a reason", async () => {
    const own = await aRegion();
    expect(refusalOf(await movesOnboarding(own.operator, own.key)).message).toContain(
      "Onboarding is not accepted",
    );
    await proven(own, "onboarding");
    expect(refusalOf(await movesOnboarding(own.chair, own.key)).code).toBe("forbidden");
    expectDone(await movesOnboarding(own.operator, own.key));
    expect(await seen(own.key)).toMatchObject({
      onboarding: "open",
      onboardingUrl: "https://tenants.example.org/ask",
    });
    expectDone(await movesOnboarding(own.operator, own.key, "close"));
    expect((await seen(own.key)).history[0]).toMatchObject({ sentence: "closed the onboarding." });
  });
});
