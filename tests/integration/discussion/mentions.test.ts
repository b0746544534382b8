import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { requestFacts } from "@/lib/db/request-facts";
import { answerQuestion } from "@/lib/discussion/commands/answer-question";
import { editComment } from "@/lib/discussion/commands/edit-comment";
import { postComment } from "@/lib/discussion/commands/post-comment";
import { tellReferences } from "@/lib/discussion/reference-queries";
import { thePublic } from "@/lib/workflow/actor";
import { aComment, aQuestion } from "../../factories/discussion";
import { aBody, aPerson, type Person, theBoard } from "../../factories/people";
import { aProposal, expectDone, type Made } from "../../factories/proposals";

let board: Awaited<ReturnType<typeof theBoard>>;
let ada: Person;
let open: Made;
beforeAll(async () => {
  board = await theBoard();
  ada = await aPerson({ handle: "Ada-L", name: "Ada" });
  await aBody({ handle: "sig-cloud", kind: "sig" });
  open = await aProposal({ title: "Open to all" }).inDiscussion();
});

const htmlOf = async (id: number) => (await db.comment.findUniqueOrThrow({ where: { id } })).html;
const dataOf = async (type: string, subjectId: number) =>
  (await db.event.findFirstOrThrow({ where: { type, subjectId }, orderBy: { id: "desc" } })).data;

describe("a name in a text", () => {
  it("that nobody has stays text, and the writer is told", async () => {
    const posted = expectDone(
      await postComment(ada, { proposal: open.number, markdown: "@nobody-here and @ada-l, `@code`" }),
    );
    expect(posted.nobody).toEqual(["nobody-here"]);
    expect(await htmlOf(posted.comment)).toBe(
      '<p>@nobody-here and <a href="/people/Ada-L">@ada-l</a>, <code>@code</code></p>',
    );
  });

  it("calls a person, a body or a role: the event says whom, once each, and not whom it quotes", async () => {
    const infra = await aBody({ handle: "infra", kind: "infra" });
    const id = await aComment(
      board.ada,
      open.number,
      `@ada-l @ADA-L @infra @sig-leaders @nobody\n\n> @${board.bea.handle} said so`,
    );
    expect(await dataOf("comment.posted", id)).toEqual({
      commentId: id,
      mentioned: { people: [ada.personId], bodies: [infra.id], roles: ["sig-leaders"] },
    });
    expect(await htmlOf(id)).toContain(`<a href="/people/${board.bea.handle}">`);
  });

  it("is looked up again when the comment is changed, and in an answer", async () => {
    const id = await aComment(ada, open.number, "Plain.");
    const edited = expectDone(await editComment(ada, { comment: id, markdown: "@sig-cloud @who-is-it" }));
    expect(edited.nobody).toEqual(["who-is-it"]);
    expect(await htmlOf(id)).toBe('<p><a href="/sigs/sig-cloud">@sig-cloud</a> @who-is-it</p>');
    expect(await dataOf("comment.edited", id)).toMatchObject({ mentioned: { bodies: [expect.any(Number)] } });
    const question = await aQuestion(ada, open.number, `@${open.author.handle}`);
    const answer = expectDone(
      await answerQuestion(open.author, { proposal: open.number, question, markdown: "Ask @ada-l." }),
    );
    expect(await dataOf("comment.posted", answer.comment ?? 0)).toMatchObject({
      mentioned: { people: [ada.personId] },
    });
  });

  it("in a proposal is looked up too", async () => {
    const { id } = await aProposal({ by: ada }).draft();
    const { sections } = await db.proposal.findUniqueOrThrow({ where: { id } });
    expect(JSON.stringify(sections)).toContain("**Stream**");
  });

  it("of somebody who is known from an executive thread only stays text", async () => {
    const secret = await aProposal({ by: board.ada, executive: true }).inDiscussion();
    const ghost = await db.person.create({ data: { handle: "ghost", name: "Ghost", isPlaceholder: true } });
    await db.comment.create({
      data: { proposalId: secret.id, authorId: ghost.id, markdown: "Hush.", html: "<p>Hush.</p>" },
    });
    expect(await htmlOf(await aComment(ada, open.number, "@ghost?"))).toBe("<p>@ghost?</p>");
  });

  it("calls 50 at most", async () => {
    const handles = Array.from({ length: 60 }, (_, place) => `crowd-${place}`);
    await db.person.createMany({ data: handles.map((handle) => ({ handle, name: handle })) });
    const id = await aComment(ada, open.number, handles.map((handle) => `@${handle}`).join(" "));
    const data = (await dataOf("comment.posted", id)) as { mentioned: { people: number[] } };
    expect(data.mentioned.people).toHaveLength(50);
  });
});

describe("beside what a text refers to stand title and state", () => {
  it("as far as the reader may see them; what is behind a gate reads like what is not there", async () => {
    const secret = await aProposal({ by: board.ada, title: "Not for you", executive: true }).inDiscussion();
    const draft = await aProposal({ by: ada, title: "Not yet" }).draft();
    await aQuestion(board.ada, secret.number, "board", "Is it legal?");
    const text = `#${open.number} #${secret.number} #${secret.number}/q1 #${draft.number} #987654`;
    const html = await htmlOf(await aComment(ada, open.number, text));
    const told = async (actor: Parameters<typeof tellReferences>[0]) =>
      (await tellReferences(actor, [html]))[0];
    expect(html).not.toMatch(/Not for you|Not yet|legal/);
    expect(await told(board.bea)).toContain("Not for you</bdi> (In discussion)");
    expect(await told(board.bea)).toContain("Is it legal?</bdi> (Open)");
    expect(await told(board.bea)).not.toContain("Not yet");
    expect(await told(ada)).toContain("Not yet</bdi> (Draft)");
    for (const reader of [thePublic, await aPerson()]) {
      const shown = (await told(reader)) ?? "";
      expect(shown).toContain("Open to all</bdi> (In discussion)");
      expect(shown).not.toMatch(/Not for you|Not yet|legal/);
      for (const { number } of [secret, draft]) {
        expect(shown).toContain(`<a href="/proposals/${number}">#${number}</a>`);
      }
      expect(shown).toContain('<a href="/proposals/987654">#987654</a>');
    }
  });

  it("of an imported thread, by its name in the tracker and by its address", async () => {
    await db.proposal.update({
      where: { id: open.id },
      data: { sourceKey: "centos/board#63", sourceUrl: "https://pagure.io/centos/board/issue/63" },
    });
    const text =
      "centos/board#63 and https://pagure.io/centos/board/issue/63, not https://other.example.org/centos/board/issue/63";
    const html = await htmlOf(await aComment(ada, open.number, text));
    const [shown = ""] = await tellReferences(thePublic, [html]);
    expect(shown).toContain(
      `<a class="ref" href="/proposals/${open.number}">centos/board#63 <bdi>Open to all`,
    );
    expect(shown.match(/Open to all/g)).toHaveLength(2);
  });

  it("for one question to the database, however many texts a page has; none where nothing is referred to", async () => {
    const facts = { queries: 0, databaseGone: false };
    const html = await htmlOf(await aComment(ada, open.number, `#${open.number} T-1 meeting#2026-12-09`));
    await requestFacts.run(facts, () => tellReferences(thePublic, [html, html, "<p>T</p>"]));
    expect(facts.queries).toBe(1);
    await requestFacts.run(facts, () => tellReferences(thePublic, ["<p>Nothing.</p>"]));
    expect(facts.queries).toBe(1);
  });
});
