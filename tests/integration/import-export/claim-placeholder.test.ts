import { describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { claimPlaceholder } from "@/lib/import-export/commands/claim-placeholder";
import { aConcern } from "../../factories/concerns";
import { anIssue, aTrackerComment, imported } from "../../factories/imports";
import { aPerson, theBoard } from "../../factories/people";
import { expectDone } from "../../factories/proposals";

async function aThreadOf(username: string) {
  const user = { name: username, fullname: "As the tracker says" };
  const issue = anIssue({ user, comments: [aTrackerComment({ user })] });
  await imported(issue);
  return issue;
}

describe("a placeholder", () => {
  it("is claimed: what stands under its name, now and after the next import, is the person's", async () => {
    const { secretary } = await theBoard();
    const issue = await aThreadOf("nomi");
    const person = await aPerson();
    const claimed = await claimPlaceholder(secretary, { placeholder: "nomi", person: person.handle });
    expect(expectDone(claimed)).toEqual({
      ...{ placeholder: "nomi", person: person.handle, proposals: 1, comments: 1, questions: 0 },
      identities: ["nomi (pagure)"],
    });
    const later = await aThreadOf("nomi");
    for (const { id } of [issue, later]) {
      const row = await db.proposal.findUniqueOrThrow({
        where: { number: id },
        select: { id: true, authorId: true, comments: { select: { authorId: true } } },
      });
      expect(row).toMatchObject({ authorId: person.personId, comments: [{ authorId: person.personId }] });
    }
    const event = await db.event.findFirstOrThrow({
      where: { type: "person.claimed", data: { path: ["personId"], equals: person.personId } },
    });
    expect(event).toMatchObject({ actorId: secretary.personId, data: { placeholder: "nomi" } });
  });

  it("is claimed with the concerns that it is to resolve", async () => {
    const { secretary, ada } = await theBoard();
    const { id: number } = await aThreadOf("quin");
    const person = await aPerson();
    await aConcern(ada, number);
    expectDone(await claimPlaceholder(secretary, { placeholder: "quin", person: person.handle }));
    expect(await db.concern.findFirstOrThrow({ where: { proposal: { number } } })).toMatchObject({
      openerId: ada.personId,
      resolverPersonId: person.personId,
    });
  });

  it("is not claimed by whoever says so, nor a second time, nor by another placeholder", async () => {
    const { chair } = await theBoard();
    await aThreadOf("olu");
    await aThreadOf("pia");
    const person = await aPerson();
    const claim = { placeholder: "olu", person: person.handle };
    expect(await claimPlaceholder(person, claim)).toMatchObject({ refusal: { code: "forbidden" } });
    expect(await claimPlaceholder(chair, { ...claim, person: "pia" })).toMatchObject({
      refusal: { code: "refused" },
    });
    expect(await claimPlaceholder(chair, { ...claim, placeholder: person.handle })).toMatchObject({
      refusal: { code: "not_found" },
    });
    const both = await Promise.all([claimPlaceholder(chair, claim), claimPlaceholder(chair, claim)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: "conflict" } });
  });
});
