import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { withdrawQuestion } from "@/lib/discussion/commands/withdraw-question";
import { keysOf } from "@/lib/keys-of";
import { addCoAuthor } from "@/lib/proposals/commands/add-co-author";
import { withdrawProposal } from "@/lib/proposals/commands/withdraw-proposal";
import { totalOf } from "@/lib/proposals/list-counts";
import { cutShort, exportProposals } from "@/lib/proposals/list-export";
import { findListFacts, listTooNarrow } from "@/lib/proposals/list-facts-queries";
import { filterParts, type ListSort, type ProposalFilter, sortLabels } from "@/lib/proposals/list-filter";
import { listProposals } from "@/lib/proposals/list-queries";
import { type Actor, thePublic } from "@/lib/workflow/actor";
import { aQuestion, questionRow } from "../../factories/discussion";
import { aBody, aPerson, type Person, theBoard } from "../../factories/people";
import { aProposal, expectDone, type Made, versionOf } from "../../factories/proposals";
import { aSplit, dropped } from "../../factories/tickets";

const numbersOf = async (actor: Actor, filter: ProposalFilter) =>
  (await listProposals(actor, filter)).items.map(({ number }) => number).sort((a, b) => a - b);
const countsOf = async (actor: Actor, filter: ProposalFilter) => (await findListFacts(actor, filter)).counts;
const totalFor = async (actor: Actor, filter: ProposalFilter) =>
  totalOf(await countsOf(actor, filter), filter.status)?.count;
const fileOf = async (actor: Actor, filter: ProposalFilter, most?: number) => {
  let text = "";
  for await (const piece of exportProposals(actor, filter, most)) text += piece;
  return text;
};

let board: Awaited<ReturnType<typeof theBoard>>;
let ruth: Person;
let otis: Person;
let leader: Person;
let mirrors: Made;
let keys: Made;
let images: Made;
let gone: Made;
let secret: Made;
let draft: Made;

beforeAll(async () => {
  board = await theBoard();
  ruth = await aPerson({ handle: "ruth", name: "Ruth Achterberg" });
  otis = await aPerson({ handle: "otis", name: "Otis Vale" });
  leader = await aPerson({ roles: [{ role: "sig_chair", body: "sig-cloud" }] });
  const cloud = await aBody({ handle: "sig-cloud", kind: "sig" });
  const owned = (owner: string, kind = "sig_work") => [{ kind, text: "Do it.", owner }];
  mirrors = await aProposal({ by: ruth, title: "mirrors for all" }).inDiscussion();
  keys = await aProposal({
    by: otis,
    title: "Keys, and who holds them",
    asks: owned("@ruth"),
  }).inDiscussion();
  images = await aProposal({
    by: leader,
    title: "Images of mirrors",
    asks: owned("infra", "external"),
  }).inDiscussion();
  gone = await aProposal({ by: otis, title: "Gone again" }).inDiscussion();
  draft = await aProposal({ by: otis, title: "A draft about mirrors" }).draft();
  secret = await aProposal({ by: board.chair, title: "Secret mirrors", executive: true }).inDiscussion();
  await db.proposal.updateMany({ where: { id: { in: [mirrors.id, secret.id] } }, data: { sigId: cloud.id } });
  expectDone(await addCoAuthor(leader, { number: images.number, person: "@ruth" }));
  const version = await versionOf(gone.number);
  expectDone(await withdrawProposal(otis, { number: gone.number, version, reason: "No time for it." }));
  await aQuestion(otis, mirrors.number, "@ruth");
  await aQuestion(otis, mirrors.number, "board");
  await aQuestion(ruth, keys.number, "sig-leaders");
});

describe("a list holds what fits", () => {
  const guests: { case: string; filter: ProposalFilter; fits: () => Made[] }[] = [
    { case: "nothing asked for", filter: {}, fits: () => [mirrors, keys, images, gone] },
    { case: "a status", filter: { status: ["closed"] }, fits: () => [gone] },
    {
      case: "several statuses",
      filter: { status: ["closed", "discussion"] },
      fits: () => [mirrors, keys, images, gone],
    },
    { case: "a SIG", filter: { sig: "sig-cloud" }, fits: () => [mirrors] },
    { case: "a SIG that is none", filter: { sig: "sig-none" }, fits: () => [] },
    {
      case: "a person: author, co-author, owner of an ask",
      filter: { person: "ruth" },
      fits: () => [mirrors, keys, images],
    },
    {
      case: "a person by their name",
      filter: { person: "ruth achterberg" },
      fits: () => [mirrors, keys, images],
    },
    { case: "nobody", filter: { person: "nobody" }, fits: () => [] },
    { case: "a kind of ask", filter: { askKind: "external" }, fits: () => [images] },
    { case: "words", filter: { q: "mirrors" }, fits: () => [mirrors, images] },
    {
      case: "all at once",
      filter: { q: "mirrors", person: "ruth", status: ["discussion"] },
      fits: () => [mirrors, images],
    },
    { case: "mine, where nobody is signed in", filter: { mine: true }, fits: () => [] },
    { case: "what I owe, where nobody is signed in", filter: { owesMe: true }, fits: () => [] },
  ];

  it.each(guests)("for guests: $case", async ({ filter, fits }) => {
    expect(await numbersOf(thePublic, filter)).toEqual(
      fits()
        .map(({ number }) => number)
        .sort((a, b) => a - b),
    );
    expect(await totalFor(thePublic, filter)).toBe(fits().length);
  });

  const members: { case: string; actor: () => Actor; filter: ProposalFilter; fits: () => Made[] }[] = [
    {
      case: "their own, with drafts",
      actor: () => otis,
      filter: { mine: true },
      fits: () => [keys, gone, draft],
    },
    {
      case: "what they write with others",
      actor: () => ruth,
      filter: { mine: true },
      fits: () => [mirrors, images],
    },
    { case: "what they owe themselves", actor: () => ruth, filter: { owesMe: true }, fits: () => [mirrors] },
    { case: "what their body owes", actor: () => board.ada, filter: { owesMe: true }, fits: () => [mirrors] },
    { case: "what their role owes", actor: () => leader, filter: { owesMe: true }, fits: () => [keys] },
    { case: "what they asked, but do not owe", actor: () => otis, filter: { owesMe: true }, fits: () => [] },
    {
      case: "an executive proposal, for the board",
      actor: () => board.ada,
      filter: { q: "secret" },
      fits: () => [secret],
    },
  ];

  it.each(members)("for members: $case", async ({ actor, filter, fits }) => {
    expect(await numbersOf(actor(), filter)).toEqual(
      fits()
        .map(({ number }) => number)
        .sort((a, b) => a - b),
    );
    expect(await totalFor(actor(), filter)).toBe(fits().length);
  });

  it("counts each status with the rest of the filter", async () => {
    expect(await countsOf(thePublic, { status: ["closed"] })).toMatchObject({
      discussion: 3,
      closed: 1,
      draft: 0,
    });
    expect(await countsOf(thePublic, { q: "mirrors", status: ["closed"] })).toEqual({ discussion: 2 });
  });

  it("offers the SIGs to choose from", async () => {
    expect((await findListFacts(thePublic, {})).sigs).toContainEqual({
      handle: "sig-cloud",
      name: "sig-cloud",
    });
  });

  it("and where nothing fits, says which condition is in the way", async () => {
    const parts = filterParts({ q: "mirrors", askKind: "external", status: ["closed"] });
    expect((await listTooNarrow(thePublic, parts)).map(({ label }) => label)).toEqual(["Closed"]);
    const hopeless = filterParts({ q: "zeppelin", person: "nobody" });
    expect(await listTooNarrow(thePublic, hopeless)).toEqual([]);
  });
});

describe("an executive proposal changes nothing for who may not read it", () => {
  const filters: ProposalFilter[] = [
    {},
    { status: ["discussion"] },
    { sig: "sig-cloud" },
    { q: "mirrors" },
    { q: "secret" },
    { askKind: "board_decision" },
    { sort: "questions" },
  ];

  it.each(filters)("in list, counts, hints and file: %j", async (filter) => {
    const before = await Promise.all([
      numbersOf(otis, filter),
      countsOf(otis, filter),
      listTooNarrow(otis, filterParts(filter)),
      fileOf(otis, filter),
    ]);
    const by = board.chair;
    const another = await aProposal({
      by,
      title: "Another secret mirror, mirrors",
      executive: true,
    }).inDiscussion();
    await aQuestion(board.ada, another.number, "board");
    const after = await Promise.all([
      numbersOf(otis, filter),
      countsOf(otis, filter),
      listTooNarrow(otis, filterParts(filter)),
      fileOf(otis, filter),
    ]);
    expect(after).toEqual(before);
    expect(JSON.stringify(after)).not.toMatch(/secret mirror/i);
    expect(await fileOf(board.ada, { q: "secret" })).toContain("Another secret mirror");
  });
});

describe("each way of sorting", () => {
  const sorts = keysOf(sortLabels);
  let author: Person;
  beforeAll(async () => {
    author = await aPerson();
    const titles = ["b 🚀", "a & b %20", "A same", "a same", "ärger", "מים", " b"];
    for (const [place, title] of titles.entries()) {
      const made = await aProposal({ by: author, title }).inDiscussion();
      for (let n = 0; n < place % 3; n++) await aQuestion(author, made.number, "infra");
    }
    // The same instant for all: the id has to settle it.
    const at = new Date("2026-01-02T03:04:05.678Z");
    await db.proposal.updateMany({
      where: { authorId: author.personId },
      data: { updatedAt: at, publishedAt: at },
    });
  });

  it.each(sorts)("by %s shows each proposal once over all its pages", async (sort) => {
    const filter = { authorId: author.personId, sort };
    const whole = (await listProposals(thePublic, filter)).items.map(({ number }) => number);
    const seen: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await listProposals(thePublic, filter, cursor, 2);
      seen.push(...page.items.map(({ number }) => number));
      cursor = page.nextCursor;
    } while (cursor);
    expect(whole).toHaveLength(7);
    expect(seen).toEqual(whole);
  });

  it("stands in its order", async () => {
    const by = async (sort: ListSort) =>
      (await listProposals(thePublic, { authorId: author.personId, sort })).items;
    expect((await by("questions")).map(({ openQuestions }) => openQuestions)).toEqual([2, 2, 1, 1, 0, 0, 0]);
    expect((await by("title")).slice(0, 3).map(({ title }) => title)).toEqual([
      "a & b %20",
      "A same",
      "a same",
    ]);
    const numbers = (await by("number")).map(({ number }) => number);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    expect((await by("newest")).map(({ number }) => number)).toEqual(numbers.reverse());
  });
});

describe("the count of open questions", () => {
  const countOf = async ({ id }: { id: number }) =>
    (await db.proposal.findUniqueOrThrow({ where: { id }, select: { openQuestions: true } })).openQuestions;

  it("follows each question that is asked and withdrawn", async () => {
    const made = await aProposal().inDiscussion();
    const first = await aQuestion(otis, made.number, "infra");
    await aQuestion(otis, made.number, "infra");
    expect(await countOf(made)).toBe(2);
    const { version } = await questionRow(made.id, first);
    const input = { proposal: made.number, question: first, version, reason: "Found it myself." };
    expectDone(await withdrawQuestion(otis, input));
    expect(await countOf(made)).toBe(1);
  });

  it("stays right when two ask at once", async () => {
    const made = await aProposal().inDiscussion();
    await Promise.all([otis, ruth, leader, board.ada].map((by) => aQuestion(by, made.number, "infra")));
    expect(await countOf(made)).toBe(4);
  });

  it("leaves out what the split has placed", async () => {
    const split = await aSplit({ questions: ["Who pays?", "Who runs it?"] });
    expect(await countOf(split)).toBe(2);
    const question = await questionRow(split.id, 1);
    await dropped(split, "question", question.number);
    expect(await countOf(split)).toBe(1);
  });
});

describe("the file", () => {
  it("holds what the list shows, in its order, and begins as spreadsheets want it", async () => {
    const text = await fileOf(thePublic, { q: "mirrors", sort: "number" });
    expect(text.startsWith("\uFEFFNumber,Title,Status,Visibility,Requester,SIG,")).toBe(true);
    const [, first, second, ...rest] = text.split("\r\n");
    expect(first).toContain(
      `${mirrors.number},mirrors for all,In discussion,public,Ruth Achterberg,sig-cloud,2,2,`,
    );
    expect(second).toContain(`/proposals/${images.number}`);
    expect(rest).toEqual([""]);
  });

  it("has its heads where nothing fits", async () => {
    expect(await fileOf(thePublic, { q: "zeppelin" })).toMatch(/^\uFEFFNumber,Title,[^\n]*\r\n$/);
  });

  it.each(["=1+1", "+49 1", "-1", "@SUM(A1)", '=HYPERLINK("http://evil.example","x")'])(
    "makes a title harmless that a spreadsheet would take for a formula: %s",
    async (title) => {
      const by = await aPerson({ name: `${title} by name` });
      await aProposal({ by, title }).inDiscussion();
      const [, row = ""] = (await fileOf(thePublic, { authorId: by.personId })).split("\r\n");
      const cells = row.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/).map((cell) => cell.replace(/^"/, ""));
      expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
      expect(row).toContain(`'${title.replaceAll('"', '""')}`);
    },
  );

  it("keeps commas, quotes, line ends and other scripts as they are", async () => {
    const by = await aPerson();
    await aProposal({ by, title: 'A "big", מים 🚀' }).inDiscussion();
    expect(await fileOf(thePublic, { authorId: by.personId })).toContain('"A ""big"", מים 🚀"');
  });

  it("says so where it does not hold everything", async () => {
    const text = await fileOf(thePublic, { q: "mirrors", sort: "number" }, 1);
    expect(text.split("\r\n")).toHaveLength(4);
    expect(text).toContain(cutShort(1));
    expect(await fileOf(thePublic, { q: "mirrors" }, 2)).not.toContain("Only the first");
  });
});
