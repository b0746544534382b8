import { describe, expect, it } from "vitest";
import { addCoAuthor } from "@/lib/proposals/commands/add-co-author";
import { reviseProposal } from "@/lib/proposals/commands/revise-proposal";
import { type FormValues, formValues } from "@/lib/proposals/form-values";
import { mergeProposals, withChoices } from "@/lib/proposals/merge";
import { findPreview } from "@/lib/proposals/preview-queries";
import { findProposalHead, findProposalText } from "@/lib/proposals/queries";
import { readProposalForm, reviseInput } from "@/lib/proposals/schema";
import { findWorkingCopy } from "@/lib/proposals/working-copy-queries";
import type { Actor } from "@/lib/workflow/actor";
import { aBody, aPerson } from "../../factories/people";
import { aProposal, expectDone } from "../../factories/proposals";
import { typing } from "../../factories/writing";

/** What the form shows to somebody who opens it now. */
async function opened(actor: Actor, number: number): Promise<{ values: FormValues; version: number }> {
  const head = await findProposalHead(actor, number);
  if (!head) throw new Error("not there");
  return { values: formValues({ ...head, ...(await findProposalText(head)) }), version: head.version };
}

function sent(number: number, version: number, values: FormValues) {
  return reviseInput.parse(readProposalForm({ ...values, number: String(number), version: String(version) }));
}

describe("two authors who save the same section", () => {
  it("get one winner; the other's text is kept, merged with theirs, and saved on the new version", async () => {
    const { number, author } = await aProposal().inDiscussion();
    const friend = await aPerson();
    expectDone(await addCoAuthor(author, { number, person: `@${friend.handle}` }));
    const form = await opened(author, number);
    const theirs = {
      ...form.values,
      "sections.why": "So that **Stream** is used, and soon.",
      reason: "Sooner.",
    };
    const mine: FormValues = {
      ...form.values,
      "sections.why": "So that **Stream** is used where it matters most.",
    };
    mine.title = "My title";
    mine.reason = "Clearer.";

    const both = await Promise.all([
      reviseProposal(friend, sent(number, form.version, theirs)),
      reviseProposal(author, sent(number, form.version, mine)),
    ]);
    expect(both.map((each) => (each.ok ? "saved" : each.refusal.code)).toSorted()).toEqual([
      "conflict",
      "saved",
    ]);
    const [loser, typed] = both[0].ok ? [author, mine] : [friend, theirs];

    const base = JSON.stringify(form.values);
    const about = { number: String(number), version: String(form.version), base };
    const { copy } = expectDone(await typing(loser, { ...typed, ...about }));
    const kept = await findWorkingCopy(loser, copy);
    const now = await opened(loser, number);
    const merge = mergeProposals(kept?.base ?? {}, now.values, kept?.values ?? {});
    expect(merge.both.map(({ name }) => name)).toEqual(["sections.why"]);
    const merged = { ...merge.values, reason: "Both.", copy };
    expectDone(await reviseProposal(loser, sent(number, now.version, merged)));

    const { values } = await opened(author, number);
    expect(values.title).toBe("My title");
    expect(values["sections.why"]).toContain("and soon");
    expect(values["sections.why"]).toContain("matters most");
    expect(await findWorkingCopy(loser, copy)).toBeNull();
  });

  it("choose for each field: theirs, mine, or what was made of both", () => {
    const page = {
      title: "Both",
      "theirs.title": "Theirs",
      "mine.title": "Mine",
      summary: "Both",
      "choose.summary": "merged",
      "theirs.summary": "Theirs",
    };
    expect(withChoices({ ...page, "choose.title": "theirs" })).toEqual({ title: "Theirs", summary: "Both" });
    expect(withChoices({ ...page, "choose.title": "mine" })).toEqual({ title: "Mine", summary: "Both" });
    expect(withChoices(page)).toEqual({ title: "Both", summary: "Both" });
  });
});

describe("a draft that was published while its author went on writing", () => {
  it("is told that somebody was quicker and that a reason is needed, before anything is saved", async () => {
    const { number, author } = await aProposal().draft();
    const form = await opened(author, number);
    const published = await aProposal({ by: author }).inDiscussion();
    const late = await reviseProposal(author, sent(published.number, form.version, form.values));
    expect(late).toMatchObject({ ok: false, refusal: { code: "conflict", errors: [{ path: "reason" }] } });
  });
});

describe("a preview", () => {
  it("shows what readers will see, and what stands in the way of saving it", async () => {
    const ada = await aPerson({ handle: "ada-previews", name: "Ada" });
    await aBody({ handle: "infra", kind: "infra" });
    const preview = await findPreview(ada, {
      "sections.why": "Ask @ada-previews, not @nobody. [x](javascript:alert(1)) <b>",
      "asks.0.kind": "infra_request",
      "asks.0.text": "Lend us a host.",
      "asks.0.owner": "infra",
      "asks.2.text": "Say yes.",
      "asks.2.kind": "no such kind",
      "asks.2.owner": "@nobody",
      "asks.3.text": "Read it.",
      "asks.3.kind": "inform",
      "asks.3.owner": "sig-leaders",
    });
    const [section] = preview.text.sections;
    expect(section?.html).toContain('href="/people/ada-previews"');
    expect(section?.html).not.toContain("/people/nobody");
    expect(section?.html).not.toMatch(/href="javascript|<b>/);
    expect(preview.text.asks.map(({ number, owner }) => [number, owner?.name ?? null])).toEqual([
      [1, "infra"],
      [2, null],
      [3, "the SIG leaders"],
    ]);
    expect(preview.faults.map(({ field }) => field)).toEqual(["Title", "Ask 3: kind", "Ask 3: owner"]);
  });

  it("of nothing at all says what is missing", async () => {
    const preview = await findPreview(await aPerson(), {});
    expect(preview.text).toEqual({ sections: [], asks: [] });
    expect(preview.faults).toMatchObject([{ field: "Title" }]);
  });

  it("of what can be saved has nothing against it", async () => {
    const preview = await findPreview(await aPerson(), { title: "A region", "sections.why": "Because." });
    expect(preview.faults).toEqual([]);
  });
});
