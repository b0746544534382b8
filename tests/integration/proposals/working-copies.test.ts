import { describe, expect, it } from "vitest";
import { at } from "@/lib/clock";
import { db } from "@/lib/db/client";
import { tidy } from "@/lib/outbox/tidy";
import { createProposal } from "@/lib/proposals/commands/create-proposal";
import { discardWorkingCopy } from "@/lib/proposals/commands/discard-working-copy";
import { reviseProposal } from "@/lib/proposals/commands/revise-proposal";
import { saveSomeWorkingCopy, saveWorkingCopy } from "@/lib/proposals/commands/save-working-copy";
import { proposalInput, reviseInput } from "@/lib/proposals/schema";
import { findWorkingCopy, listWorkingCopies } from "@/lib/proposals/working-copy-queries";
import { saveCopyInput } from "@/lib/proposals/working-copy-schema";
import { thePublic } from "@/lib/workflow/actor";
import { aPerson, theBoard } from "../../factories/people";
import { aProposal, expectDone, versionOf } from "../../factories/proposals";
import { typed, typing } from "../../factories/writing";

const text = { title: "A region", "sections.why": "Because السلام 🙂.", "asks.0.text": "Lend us a host." };

describe("what somebody is typing", () => {
  it("is kept for them, word for word, and grows as they type", async () => {
    const ada = await aPerson();
    const { copy } = expectDone(await typing(ada, text));
    expectDone(await typing(ada, { ...text, copy, copyVersion: "1", title: "A region on Stream" }));
    const found = await findWorkingCopy(ada, copy);
    expect(found?.values).toEqual({ ...text, title: "A region on Stream" });
    expect(found).toMatchObject({ copyVersion: 2, number: null });
  });

  it("is nobody else's: neither the board's, nor a co-author's", async () => {
    const { chair } = await theBoard();
    const { number, id, author } = await aProposal().draft();
    const friend = await aPerson();
    await db.coAuthor.create({
      data: { proposalId: id, personId: friend.personId, addedById: author.personId },
    });
    const { copy } = expectDone(await typing(author, { ...text, number: String(number) }));
    expect(await listWorkingCopies(author, id)).toMatchObject([{ id: copy, title: "A region" }]);
    for (const other of [friend, chair, thePublic]) {
      expect(await findWorkingCopy(other, copy)).toBeNull();
      expect(await listWorkingCopies(other, id)).toEqual([]);
    }
  });

  it("cannot be written over, nor thrown away, by somebody else who knows its name", async () => {
    const [ada, eve] = [await aPerson(), await aPerson()];
    const { copy } = expectDone(await typing(ada, text));
    for (const copyVersion of ["0", "1"]) {
      const refused = await typing(eve, { copy, copyVersion, title: "Mine now" });
      expect(refused).toMatchObject({ ok: false, refusal: { code: "conflict" } });
    }
    await discardWorkingCopy(eve, { copy });
    expect((await findWorkingCopy(ada, copy))?.values).toEqual(text);
  });

  it("is refused for a proposal that its writer does not see, as if there were none", async () => {
    const { number } = await aProposal().draft();
    const [hidden, absent] = [await typing(await aPerson(), { ...text, number: String(number) }), "999999"];
    const missing = await typing(await aPerson(), { ...text, number: absent });
    expect(hidden).toEqual(missing);
    expect(hidden).toMatchObject({ ok: false, refusal: { code: "not_found" } });
  });

  it("is not shown any more when its writer may not see the proposal any more", async () => {
    const { number, id, author } = await aProposal().draft();
    const friend = await aPerson();
    const place = { proposalId_personId: { proposalId: id, personId: friend.personId } };
    await db.coAuthor.create({
      data: { proposalId: id, personId: friend.personId, addedById: author.personId },
    });
    const { copy } = expectDone(await typing(friend, { ...text, number: String(number) }));
    await db.coAuthor.delete({ where: place });
    expect(await findWorkingCopy(friend, copy)).toBeNull();
  });

  it("is not kept for somebody who is signed out", async () => {
    const saved = await saveWorkingCopy(thePublic, typed(text));
    expect(saved).toMatchObject({ ok: false, refusal: { code: "signed_out" } });
  });

  it("is one's own in fifty copies, and then says what to do", async () => {
    const ada = await aPerson();
    for (let copies = 0; copies < 50; copies += 1) expectDone(await typing(ada, text));
    const refused = await typing(ada, text);
    expect(refused).toMatchObject({ ok: false, refusal: { code: "refused" } });
    expect(await listWorkingCopies(ada, null)).toHaveLength(10);
  });
});

describe("one text in two windows", () => {
  it("is kept twice where both write: the second is refused, and goes on under a name of its own", async () => {
    const ada = await aPerson();
    const { copy } = expectDone(await typing(ada, text));
    const here = { ...text, copy, copyVersion: "1", title: "Here" };
    const there = { ...text, copy, copyVersion: "1", title: "There" };
    expectDone(await typing(ada, here));
    expect(await typing(ada, there)).toMatchObject({ ok: false, refusal: { code: "conflict" } });
    const second = expectDone(await saveSomeWorkingCopy(ada, typed(there)));
    expect(second.copy).not.toBe(copy);
    expect((await findWorkingCopy(ada, copy))?.values.title).toBe("Here");
    expect((await findWorkingCopy(ada, second.copy))?.values.title).toBe("There");
  });

  it("is saved by one of two that come at the same instant", async () => {
    const ada = await aPerson();
    const { copy } = expectDone(await typing(ada, text));
    for (const copyVersion of ["1", "0"]) {
      const name = copyVersion === "0" ? `${copy}-b` : copy;
      const both = await Promise.all(
        ["Here", "There"].map((title) => typing(ada, { copy: name, copyVersion, title })),
      );
      expect(both.map((each) => (each.ok ? "saved" : each.refusal.code)).toSorted()).toEqual([
        "conflict",
        "saved",
      ]);
    }
  });
});

describe("what has served", () => {
  it("goes in the transaction that saves the proposal, new or again", async () => {
    const ada = await aPerson();
    const { copy } = expectDone(await typing(ada, text));
    const { number } = expectDone(
      await createProposal(ada, proposalInput.parse({ title: "A region", copy })),
    );
    expect(await findWorkingCopy(ada, copy)).toBeNull();
    const again = expectDone(await typing(ada, { ...text, number: String(number) }));
    const revision = { number, version: await versionOf(number), title: "Again", copy: again.copy };
    expectDone(await reviseProposal(ada, reviseInput.parse(revision)));
    expect(await findWorkingCopy(ada, again.copy)).toBeNull();
  });

  it("stays where the proposal could not be saved", async () => {
    const { number, author } = await aProposal().draft();
    const { copy } = expectDone(await typing(author, { ...text, number: String(number) }));
    const stale = { number, version: 99, title: "Too late", copy };
    expect(await reviseProposal(author, reviseInput.parse(stale))).toMatchObject({ ok: false });
    expect(await findWorkingCopy(author, copy)).not.toBeNull();
  });

  it("is not brought back by a saving that comes late", async () => {
    const ada = await aPerson();
    const { copy } = expectDone(await typing(ada, text));
    expectDone(await createProposal(ada, proposalInput.parse({ title: "A region", copy })));
    expect(await typing(ada, { ...text, copy, copyVersion: "1" })).toMatchObject({ ok: false });
    expect(await listWorkingCopies(ada, null)).toEqual([]);
  });

  it("is thrown away when its writer says so, and after 90 days without a change", async () => {
    const ada = await aPerson();
    const { copy } = expectDone(await typing(ada, text));
    expectDone(await discardWorkingCopy(ada, { copy }));
    expectDone(await discardWorkingCopy(ada, { copy }));
    expect(await findWorkingCopy(ada, copy)).toBeNull();
    const left = expectDone(await typing(ada, text));
    await at(new Date(Date.now() + 89 * 86_400_000), tidy);
    expect(await findWorkingCopy(ada, left.copy)).not.toBeNull();
    await at(new Date(Date.now() + 91 * 86_400_000), tidy);
    expect(await findWorkingCopy(ada, left.copy)).toBeNull();
  });
});

describe("the text that a form was filled from", () => {
  it("is sent once, and kept over later savings", async () => {
    const { number, id, author } = await aProposal().draft();
    const form = { ...text, number: String(number), version: "1" };
    const { copy } = expectDone(await typing(author, { ...form, base: JSON.stringify({ title: "Before" }) }));
    expectDone(await typing(author, { ...form, copy, copyVersion: "1" }));
    expect(await findWorkingCopy(author, copy)).toMatchObject({
      base: { title: "Before" },
      baseVersion: 1,
      number,
    });
    expect(await listWorkingCopies(author, id)).toMatchObject([{ baseVersion: 1 }]);
  });
});

describe("a text that is too long to keep", () => {
  it("is answered with the field, its length and the limit", () => {
    const read = saveCopyInput.safeParse({
      copy: "0123456789",
      values: { "sections.risks": "word ".repeat(400_000), "asks.2.text": "x".repeat(200_001) },
    });
    expect(read.error?.issues.map(({ path, message }) => [path.join("/"), message])).toEqual([
      ["values/sections.risks", expect.stringContaining("“Risks and exit” has 2,000,000 characters")],
      ["values/asks.2.text", expect.stringContaining("“Ask 3: what is asked” has 200,001 characters")],
    ]);
  });

  it("does not stop at what PostgreSQL cannot keep", async () => {
    const ada = await aPerson();
    const { copy } = expectDone(await typing(ada, { title: "half \ud83d and \0 nothing" }));
    expect((await findWorkingCopy(ada, copy))?.values.title).toBe("half \ufffd and  nothing");
  });
});
