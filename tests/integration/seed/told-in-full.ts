import { describe, expect, test } from "vitest";
import { now } from "@/lib/clock";
import { db } from "@/lib/db/client";
import { checkFile } from "@/lib/materials/file-check";
import { listSuggestions } from "@/lib/meetings/suggestion-queries";
import { findAsActor } from "@/lib/proposals/reader-facts";
import { holdReadiness } from "@/lib/proposals/readiness-queries";
import { thePublic } from "@/lib/workflow/actor";
import { onePage } from "@/prisma/seed/one-page";

/** What the story shows of a proposal, its people and its evenings; the story is told by whoever calls this. */
export function toldInFull(): void {
  describe("a proposal in full discussion", inDiscussion);
  describe("beside the texts", besideTheTexts);
  describe("the evenings to come", theEvenings);
}

function inDiscussion(): void {
  const nightly = { number: 6 };

  test("keeps the numbers that its addresses are known by", async () => {
    const titles = await db.proposal.findMany({
      where: { number: { in: [2, 3, 6, 8, 63] } },
      orderBy: { number: "asc" },
      select: { title: true },
    });
    expect(titles.map(({ title }) => title.split(" ").slice(0, 3).join(" "))).toEqual([
      "A production region",
      "A status page",
      "Nightly images for",
      "A second pair",
      "Bring CentOS Stream",
    ]);
  });

  test("has moved on from what was said, endorsed, objected to and shown about its first text", async () => {
    const proposal = nightly;
    const first = { proposal, revision: 1 };
    expect(await db.proposal.count({ where: { ...nightly, revision: 2 } })).toBe(1);
    expect(await db.comment.count({ where: first })).toBeGreaterThan(2);
    expect(await db.concern.count({ where: first })).toBe(2);
    expect(await db.material.count({ where: { ...first, changedAt: null } })).toBe(1);
    expect(await db.material.count({ where: { ...first, changedAt: { not: null } } })).toBe(1);
    expect(await db.endorsement.count({ where: { ...first, status: "confirmed" } })).toBe(1);
  });

  test("has owners who said yes, one who said no and why, and some who said nothing yet", async () => {
    const asks = await db.ask.findMany({
      where: { proposal: nightly },
      orderBy: { number: "asc" },
      select: { consent: true, ownerRole: true, size: true },
    });
    expect(asks.map(({ consent }) => consent)).toEqual([
      "named",
      "confirmed",
      "confirmed",
      "named",
      "declined",
    ]);
    const no = await db.event.findFirstOrThrow({ where: { type: "ask.declined", proposal: nightly } });
    expect(no.data).toMatchObject({ reason: expect.stringContaining("second key") });
    expect(asks.map(({ ownerRole }) => ownerRole)).toContain("sig-leaders");
    expect(asks.every(({ size }) => size !== null)).toBe(true);
  });

  test("has concerns in every state that one passes through, here and on the region", async () => {
    const rows = await db.concern.findMany({
      orderBy: { id: "asc" },
      select: { status: true, proposal: { select: { number: true } } },
    });
    expect(rows.map(({ status, proposal }) => [proposal.number, status])).toEqual([
      [2, "resolved"],
      [6, "addressed"],
      [6, "open"],
    ]);
  });

  test("has questions accepted, asked again, and answered by the text itself", async () => {
    const where = { proposal: nightly };
    expect(await db.question.count({ where: { ...where, acceptedAt: { not: null } } })).toBe(2);
    expect(await db.question.count({ where: { ...where, answerRevision: 2 } })).toBe(1);
    const setAside = { some: { setAsideAt: { not: null } } };
    expect(await db.question.count({ where: { ...where, status: "open", answers: setAside } })).toBe(1);
  });

  test("is talked about by many: quoted, corrected, agreed with, and once among the board only", async () => {
    const where = { proposal: nightly };
    expect(await db.comment.count({ where: { ...where, markdown: { startsWith: "> [" } } })).toBe(1);
    expect(await db.comment.count({ where: { ...where, editedAt: { not: null } } })).toBe(1);
    expect(await db.comment.count({ where: { ...where, visibility: "executive" } })).toBe(1);
    const people = await db.reaction.groupBy({ by: ["personId"], where: { comment: where } });
    expect(people.length).toBeGreaterThan(4);
  });

  test("names people, bodies, proposals, tickets and meetings, each led to where it is", async () => {
    const { html } = await db.comment.findFirstOrThrow({
      where: { proposal: nightly, markdown: { startsWith: "@wren, this" } },
    });
    for (const path of ["/people/wren", "/proposals/2", "/proposals/63", "/tickets/7", "/meetings/20"]) {
      expect(html).toContain(`href="${path}`);
    }
  });
}

function besideTheTexts(): void {
  test("the draft has two authors, and each of three proposals stands to another one", async () => {
    const { coAuthors } = await db.proposal.findUniqueOrThrow({
      where: { number: 8 },
      select: { coAuthors: { select: { person: { select: { handle: true } } } } },
    });
    expect(coAuthors).toEqual([{ person: { handle: "tomas" } }]);
    const kinds = await db.proposalRelation.findMany({ select: { kind: true }, orderBy: { id: "asc" } });
    expect(kinds.map(({ kind }) => kind).sort()).toEqual(["depends_on", "relates_to", "replaces"]);
  });

  test("one proposal on the next agenda is ready for the board, and one that asks for time is not", async () => {
    const meeting = await db.meeting.findFirstOrThrow({ where: { status: "published" } });
    const readiness = (number: number) =>
      db.$transaction(async (tx) => {
        const proposal = await tx.proposal.findUniqueOrThrow({ where: { number } });
        return holdReadiness(tx, proposal, meeting);
      });
    expect((await readiness(5))?.ready).toBe(true);
    const notYet = await readiness(6);
    expect(notYet?.items.filter(({ ok }) => !ok).map(({ key }) => key)).toEqual([
      "questions",
      "concerns",
      "sponsor",
      "materials",
    ]);
  });

  test("two directors have read what comes before the board", async () => {
    const read = await db.prereadMark.findMany({
      where: { proposal: { number: 5 }, materialId: null },
      select: { person: { select: { handle: true } } },
    });
    expect(read.map(({ person }) => person.handle).sort()).toEqual(["imani", "pavel"]);
  });

  test("attached files are what their names say", async () => {
    const files = await db.attachment.findMany({ select: { mediaType: true, size: true } });
    expect(files.length).toBe(3);
    expect(new Set(files.map(({ mediaType }) => mediaType))).toEqual(new Set(["application/pdf"]));
    const checked = await checkFile({ name: "a.pdf", bytes: onePage(["(An) evening", "with \\ in it"]) });
    expect(checked.ok).toBe(true);
  });

  test("each SIG says what it is for and has a director; one runs something, one plans to, a project comes in", async () => {
    const sigs = await db.body.findMany({
      where: { kind: "sig" },
      select: { purpose: true, sponsorId: true },
    });
    expect(sigs.every(({ purpose, sponsorId }) => purpose !== "" && sponsorId !== null)).toBe(true);
    const workloads = await db.workload.findMany({ orderBy: { id: "asc" }, select: { status: true } });
    expect(workloads.map(({ status }) => status)).toEqual(["running", "planned", "onboarding"]);
  });
}

function theEvenings(): void {
  test("two directors come to the next one and one does not; its call is for who takes part", async () => {
    const next = await db.meeting.findFirstOrThrow({
      where: { status: "published" },
      select: { callFor: true, callLink: true, replies: { select: { answer: true } } },
    });
    expect(next.replies.map(({ answer }) => answer).sort()).toEqual(["attends", "attends", "regrets"]);
    expect(next.callFor).toBe("participants");
    expect(next.callLink).not.toBe("");
  });

  test("its agenda has a pulled item with a reason, a break, a late one, and somebody who presents instead", async () => {
    const items = await db.agendaItem.findMany({
      where: { meeting: { status: "published" } },
      select: {
        ...{ isBreak: true, pulledReason: true, createdAt: true, proposal: { select: { number: true } } },
        ...{ presenter: { select: { handle: true } }, meeting: { select: { publishedAt: true } } },
      },
    });
    expect(items.filter(({ isBreak }) => isBreak)).toHaveLength(1);
    expect(items.filter(({ pulledReason }) => pulledReason)).toHaveLength(1);
    expect(
      items.filter(({ createdAt, meeting }) => meeting.publishedAt && createdAt > meeting.publishedAt),
    ).toHaveLength(1);
    expect(items.find(({ proposal }) => proposal?.number === 5)?.presenter?.handle).toBe("yara");
  });

  test("a town hall follows each of them a week later, with its call for everybody", async () => {
    const halls = await db.meeting.findMany({
      where: { series: { key: "town-hall" }, startsAt: { gt: now() } },
      orderBy: { seriesDate: "asc" },
    });
    expect(halls.length).toBeGreaterThanOrEqual(2);
    expect(halls[0]).toMatchObject({ callFor: "everybody", callLink: expect.stringContaining("town-hall") });
    const weekBefore = ({ seriesDate }: { seriesDate: string | null }) =>
      new Date(Date.parse(seriesDate ?? "") - 7 * 86_400_000).toISOString().slice(0, 10);
    const evenings = (await db.meeting.findMany({ where: { series: { key: "board" } } })).map(
      (one) => one.seriesDate,
    );
    expect(evenings).toEqual(expect.arrayContaining(halls.slice(0, 2).map(weekBefore)));
  });

  test("one is moved, and one of them waits for the minutes of the last meeting", async () => {
    const planned = await db.meeting.findMany({
      where: { status: "planned", series: { key: "board" } },
      orderBy: { startsAt: "asc" },
    });
    expect(planned.map(({ formerDates }) => formerDates.length)).toEqual([0, 1]);
    const sam = await db.$transaction((tx) => findAsActor(tx, { handle: "sam" }));
    const waiting = await listSuggestions(sam ?? thePublic, planned[0]?.id ?? 0);
    expect(waiting.map(({ kind }) => kind)).toContain("minutes");
    expect(waiting.map(({ kind }) => kind)).toContain("slot");
  });
}
