import { describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { listProposals } from "@/lib/proposals/list-queries";
import { mayRead } from "@/lib/proposals/policy";
import { findProposalHead } from "@/lib/proposals/queries";
import { visibleTo } from "@/lib/proposals/visibility";
import { search } from "@/lib/search/queries";
import { type Actor, type Role, roles, thePublic } from "@/lib/workflow/actor";
import { aPerson, theBoard } from "../../factories/people";
import { aProposal } from "../../factories/proposals";

async function everyKindOfReader(): Promise<Actor[]> {
  const readers: Actor[] = [thePublic, await aPerson(), { kind: "system", name: "test" }];
  for (const role of roles) readers.push(await aPerson({ roles: [{ role, body: bodyOf(role) }] }));
  return readers;
}

function bodyOf(role: Role): string {
  return role.startsWith("sig") ? "sig-x" : "board";
}

describe("the gate", () => {
  it("lets each reader see the same in the policy, in Prisma's form, in the list, on the page and in the search", async () => {
    const { chair } = await theBoard();
    const made = [
      await aProposal({ title: "Walrus draft" }).draft(),
      await aProposal({ title: "Walrus public" }).inDiscussion(),
      await aProposal({ title: "Walrus executive", by: chair, executive: true }).inDiscussion(),
    ];
    const mine = { title: { startsWith: "Walrus" } };
    const coAuthor = await aPerson();
    const [draft] = made;
    if (!draft) throw new Error("three were made");
    await db.coAuthor.create({
      data: { proposalId: draft.id, personId: coAuthor.personId, addedById: draft.author.personId },
    });
    const rows = await db.proposal.findMany({ where: mine, include: { coAuthors: true } });
    const readers = [...(await everyKindOfReader()), ...made.map(({ author }) => author), coAuthor];
    for (const reader of readers) {
      const allowed = rows
        .filter((row) =>
          mayRead(reader, { ...row, coAuthorIds: row.coAuthors.map(({ personId }) => personId) }),
        )
        .map((row) => row.number)
        .sort();
      const prisma = await db.proposal.findMany({ where: { AND: [mine, visibleTo(reader)] } });
      const heads = await Promise.all(rows.map((row) => findProposalHead(reader, row.number)));
      const found = await search(reader, "walrus");
      expect(prisma.map((row) => row.number).sort()).toEqual(allowed);
      expect((await listProposals(reader, { q: "walrus" })).items.map((row) => row.number).sort()).toEqual(
        allowed,
      );
      expect(heads.flatMap((head) => head?.number ?? []).sort()).toEqual(allowed);
      expect(found.map((one) => Number(one.href.split("/").at(-1))).sort()).toEqual(allowed);
    }
  });
});
