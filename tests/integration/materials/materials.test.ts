import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { requestFacts } from "@/lib/db/request-facts";
import { onlyOnce } from "@/lib/db/submission";
import { addMaterial } from "@/lib/materials/commands/add-material";
import { removeMaterial } from "@/lib/materials/commands/remove-material";
import { repinMaterial } from "@/lib/materials/commands/repin-material";
import { sayChanged } from "@/lib/materials/commands/say-changed";
import { materialNotices } from "@/lib/materials/notices";
import { listMaterials } from "@/lib/materials/queries";
import {
  addMaterialInput,
  removeMaterialInput,
  repinMaterialInput,
  sayChangedInput,
} from "@/lib/materials/schema";
import type { ToldEvent } from "@/lib/notifications/notice";
import { type Actor, thePublic } from "@/lib/workflow/actor";
import { listHistory } from "@/lib/workflow/queries";
import { send } from "../../factories/discussion";
import { aLink, hasRead, materialRow } from "../../factories/materials";
import { aPerson, type Person, theBoard } from "../../factories/people";
import { aProposal, expectDone, type Made } from "../../factories/proposals";
import { revised } from "../../factories/revisions";

let board: Awaited<ReturnType<typeof theBoard>>;
beforeAll(async () => {
  board = await theBoard();
});

const link = (proposal: number) => ({
  proposal,
  kind: "slides",
  title: "Slides of the evening",
  url: "https://example.org/slides",
});
const add = (by: Actor, values: Record<string, unknown>) => send(addMaterialInput, addMaterial, by, values);
const ofMaterial = (made: Made, material: number, version = 1) => ({
  proposal: made.number,
  material,
  version,
});
const changed = (by: Actor, made: Made, material: number, version = 1, note = "New numbers") =>
  send(sayChangedInput, sayChanged, by, { ...ofMaterial(made, material, version), note });
const repinned = (by: Actor, made: Made, material: number, version = 1) =>
  send(repinMaterialInput, repinMaterial, by, ofMaterial(made, material, version));
const removed = (by: Actor, made: Made, material: number, version = 1, reason = "Wrong slides") =>
  send(removeMaterialInput, removeMaterial, by, { ...ofMaterial(made, material, version), reason });

async function aCoAuthorOf({ id, author }: Made): Promise<Person> {
  const person = await aPerson();
  await db.coAuthor.create({
    data: { proposalId: id, personId: person.personId, addedById: author.personId },
  });
  return person;
}

const sentences = async (made: Made) =>
  (await listHistory(board.chair, { proposalId: made.id })).entries.map(({ sentence }) => sentence);

describe("a material", () => {
  it("is added by the authors and the officers, pinned to the revision of that day, and numbered", async () => {
    const made = await aProposal().inDiscussion();
    expectDone(await add(made.author, link(made.number)));
    await revised(made, "Said better.", { summary: "Said better." });
    expectDone(await add(board.secretary, link(made.number)));
    expectDone(await add(await aCoAuthorOf(made), link(made.number)));
    const { materials } = await listMaterials(thePublic, made.id);
    expect(materials.map(({ number, revision, kind, url }) => ({ number, revision, kind, url }))).toEqual(
      [1, 2, 2].map((revision, index) => ({ number: index + 1, revision, kind: "slides", url: link(1).url })),
    );
    expect(await sentences(made)).toContain("added material 1, “Slides of the evening”.");
  });

  it("of a draft is pinned to the revision that the draft becomes", async () => {
    const made = await aProposal().draft();
    await aLink(made.author, made.number);
    expect((await materialRow(made.number, 1)).revision).toBe(1);
  });

  it.each([
    ["a director", () => board.ada, "forbidden"],
    ["somebody else", () => aPerson(), "forbidden"],
    ["nobody", () => thePublic, "signed_out"],
  ])("is not added by %s", async (_who, who, code) => {
    const made = await aProposal().inDiscussion();
    expect(await add(await who(), link(made.number))).toMatchObject({ refusal: { code } });
  });

  it("is not to be had from an executive proposal or a draft by who does not see it", async () => {
    const secret = await aProposal({ by: board.ada, executive: true }).inDiscussion();
    await aLink(board.ada, secret.number);
    const draft = await aProposal().draft();
    await aLink(draft.author, draft.number);
    const stranger = await aPerson();
    for (const made of [secret, draft]) {
      expect((await listMaterials(stranger, made.id)).materials).toEqual([]);
      expect(await add(stranger, link(made.number))).toMatchObject({ refusal: { code: "not_found" } });
      expect(await removed(stranger, made, 1)).toMatchObject({ refusal: { code: "not_found" } });
    }
    const events = await db.event.findMany({ where: { proposalId: secret.id, subject: "material" } });
    expect(events.map(({ visibility }) => visibility)).toEqual(["executive"]);
    expect((await listMaterials(board.bea, secret.id)).materials).toHaveLength(1);
  });

  it("is added once, however often its form is sent", async () => {
    const made = await aProposal().inDiscussion();
    const twice = () =>
      onlyOnce(`twice-${made.id}`, made.author.personId, () => add(made.author, link(made.number)));
    expect(await Promise.all([twice(), twice()])).toEqual([
      { ok: true, value: { proposal: made.number, material: 1 } },
      { ok: true, value: { proposal: made.number, material: 1 } },
    ]);
    expect(await db.material.count({ where: { proposalId: made.id } })).toBe(1);
  });

  it("gets a number of its own, also of several added at once", async () => {
    const made = await aProposal().inDiscussion();
    await Promise.all(Array.from({ length: 6 }, () => aLink(made.author, made.number)));
    const { materials } = await listMaterials(made.author, made.id);
    expect(materials.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it("is said to have changed, with what, and that is over when it is pinned again", async () => {
    const made = await aProposal().inDiscussion();
    await aLink(made.author, made.number);
    expect(await changed(made.author, made, 1, 1, "x")).toMatchObject({ refusal: { code: "invalid" } });
    expectDone(await changed(made.author, made, 1));
    expect(await materialRow(made.number, 1)).toMatchObject({ changedNote: "New numbers", version: 2 });
    await revised(made, "Said better.", { summary: "Said better." });
    expectDone(await repinned(made.author, made, 1, 2));
    expect(await materialRow(made.number, 1)).toMatchObject({
      changedAt: null,
      changedNote: "",
      revision: 2,
    });
    expect(await repinned(made.author, made, 1, 3)).toMatchObject({
      refusal: { message: "Material 1 is for revision 2 already." },
    });
    expect(await sentences(made)).toEqual(
      expect.arrayContaining([
        "said that material 1, “Slides” has changed since it was pinned.",
        "said that material 1, “Slides” is for revision 2.",
      ]),
    );
  });

  it("is removed with a reason, and stays in the history without its address", async () => {
    const made = await aProposal().inDiscussion();
    await aLink(made.author, made.number);
    expect(await removed(made.author, made, 1, 1, " ")).toMatchObject({ refusal: { code: "invalid" } });
    expectDone(await removed(made.author, made, 1));
    const [gone] = (await listMaterials(thePublic, made.id)).materials;
    expect(gone).toMatchObject({ title: "Slides", url: null, removedReason: "Wrong slides" });
    await aLink(made.author, made.number);
    expect((await listMaterials(thePublic, made.id)).materials.map(({ number }) => number)).toEqual([1, 2]);
  });

  it("is changed by its authors and officers only", async () => {
    const made = await aProposal().inDiscussion();
    await aLink(made.author, made.number);
    for (const deed of [changed, repinned, removed]) {
      expect(await deed(board.ada, made, 1)).toMatchObject({ refusal: { code: "forbidden" } });
      expect(await deed(thePublic, made, 1)).toMatchObject({ refusal: { code: "signed_out" } });
      expect(await deed(made.author, made, 7)).toMatchObject({ refusal: { code: "not_found" } });
    }
    expectDone(await changed(board.secretary, made, 1));
  });

  it("changed and removed at once has one winner; the other hears of it", async () => {
    const made = await aProposal().inDiscussion();
    await aLink(made.author, made.number);
    const outcomes = await Promise.all([changed(made.author, made, 1), removed(board.chair, made, 1)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const lost = outcomes.find(({ ok }) => !ok);
    expect(lost).toMatchObject({ refusal: { code: "conflict" } });
    expect(await db.event.count({ where: { proposalId: made.id, subject: "material" } })).toBe(2);
  });

  it("cannot be written without its event", async () => {
    const made = await aProposal().inDiscussion();
    const { personId: addedById } = made.author;
    const row = { proposalId: made.id, number: 1, title: "x", url: "https://x", kind: "other" as const };
    await expect(db.material.create({ data: { ...row, revision: 1, addedById } })).rejects.toThrow();
  });

  it("tells the authors what somebody else did, and the directors only when it is their pre-read", () => {
    const noticesOf = (told: ToldEvent) => materialNotices[told.type]?.(told) ?? [];
    const event = {
      type: "material.added",
      actor: { id: 5, name: "Sam" },
      data: { number: 2, title: "Slides" },
      executive: false,
      proposal: {
        number: 7,
        title: "A region",
        authorId: 1,
        coAuthorIds: [2],
        status: "discussion",
        visibility: "public",
      },
      ...{ ticket: null, meeting: null, region: null, question: null, asked: [], answered: [], line: null },
      ...{ slotRequestedById: null, evidenceById: null },
    } as unknown as ToldEvent; // only what these notices read
    expect(noticesOf(event)).toEqual([
      {
        to: [{ personId: 1 }, { personId: 2 }],
        sentence: "Sam added “Slides” on #7 A region.",
        href: "/proposals/7/materials#material-2",
      },
    ]);
    const scheduled = { ...event, proposal: { ...event.proposal, status: "scheduled" } } as typeof event;
    expect(noticesOf(scheduled)[0]?.to).toContainEqual({ part: "directors" });
  });

  it("stands with all others of its proposal in one query, whatever there is to say of them", async () => {
    const made = await aProposal().inDiscussion();
    for (let count = 0; count < 5; count += 1) await aLink(made.author, made.number);
    await hasRead(board.ada, made.number, 2);
    const facts = { queries: 0, databaseGone: false };
    const listed = await requestFacts.run(facts, () => listMaterials(board.ada, made.id));
    expect(facts.queries).toBe(1);
    expect(listed.materials[1]?.marks.map(({ personId }) => personId)).toEqual([board.ada.personId]);
  });
});
