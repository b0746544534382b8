import fc from "fast-check";
import { expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { answerQuestion } from "@/lib/discussion/commands/answer-question";
import { askQuestion } from "@/lib/discussion/commands/ask-question";
import { reopenQuestion } from "@/lib/discussion/commands/reopen-question";
import { confirmSplit } from "@/lib/tickets/commands/confirm-split";
import { placeSource } from "@/lib/tickets/commands/place-source";
import { unmarkFollowUp } from "@/lib/tickets/commands/unmark-follow-up";
import { unplaceSource } from "@/lib/tickets/commands/unplace-source";
import { placeSourceInput } from "@/lib/tickets/schema";
import type { SourceKind } from "@/lib/tickets/split-balance";
import { findSplit } from "@/lib/tickets/split-queries";
import { versionOf } from "../../factories/proposals";
import { aPromise, aSplit, moves, type Splitting, sourceOf } from "../../factories/tickets";

const sources: [SourceKind, number][] = [
  ["ask", 1],
  ["ask", 2],
  ["question", 1],
  ["condition", 1],
  ["action_line", 1],
  ["follow_up", 1],
];

type Move =
  | { kind: "place"; source: number; how: "ticketed" | "answered" | "dropped" }
  | { kind: "unplace"; source: number }
  | { kind: "withdraw"; nth: number }
  | { kind: "ask" }
  | { kind: "answer" | "reopen" | "act" | "promise" | "unpromise" }
  | { kind: "confirm" }
  | { kind: "force" }
  | { kind: "strip" };

const source = fc.nat({ max: sources.length - 1 });
const how = fc.constantFrom("ticketed" as const, "answered" as const, "dropped" as const);
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant("place" as const), source, how }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("unplace" as const), source }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("withdraw" as const), nth: fc.nat({ max: 3 }) }) },
  { weight: 1, arbitrary: fc.constant({ kind: "ask" as const }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        "answer" as const,
        "reopen" as const,
        "act" as const,
        "promise" as const,
        "unpromise" as const,
      ),
    }),
  },
  { weight: 2, arbitrary: fc.constant({ kind: "confirm" as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: "force" as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: "strip" as const }) },
);
const allPlaced: Move[] = sources.map((_, index) => ({ kind: "place", source: index, how: "ticketed" }));

/** Carries out one move; what is refused is as good as what is done. */
async function play(split: Splitting, step: Move): Promise<unknown> {
  const { id, number, author, chair } = split;
  if (step.kind === "force")
    return byForce(split, `UPDATE "Proposal" SET "status" = 'delivering' WHERE "id" = $1`);
  if (step.kind === "strip") return byForce(split, `DELETE FROM "SplitEntry" WHERE "proposalId" = $1`);
  if (step.kind === "confirm") return confirmSplit(author, { number, version: await versionOf(number) });
  if (step.kind === "ask") {
    return askQuestion(chair, { proposal: number, of: "infra", text: "And then?", comment: undefined });
  }
  if (step.kind === "withdraw") {
    const ticket = (await db.ticket.findMany({ where: { proposalId: id } }))[step.nth];
    return ticket && moves(author, ticket.number, "withdraw", "Not needed.");
  }
  if (!("source" in step)) return meanwhile(split, step.kind);
  const [kind, of] = sources[step.source] ?? ["ask", 1];
  const where = await sourceOf(split, kind, of).catch(() => undefined);
  if (!where) return undefined; // a promise that was taken back
  if (step.kind === "unplace") return unplaceSource(author, where);
  const content = {
    ...{ title: "Do it", destination: "sig", owner: "sig-cloud", text: "So it is." },
    routeReason: "It is a SIG’s.",
  };
  return placeSource(author, placeSourceInput.parse({ ...where, ...content, disposition: step.how }));
}

/** What others do while it is split. */
async function meanwhile(
  split: Splitting,
  deed: "answer" | "reopen" | "act" | "promise" | "unpromise",
): Promise<unknown> {
  const { id, number, author, chair } = split;
  if (deed === "answer") {
    return answerQuestion(author, {
      proposal: number,
      question: 1,
      version: undefined,
      markdown: "We are.",
      comment: undefined,
      revision: undefined,
    });
  }
  if (deed === "reopen") {
    return reopenQuestion(chair, { proposal: number, question: 1, version: undefined, reason: "Still?" });
  }
  if (deed === "act") return act(split);
  if (deed === "promise") return aPromise(split, chair, "I look after that.").catch(() => undefined);
  const mark = await db.followUp.findFirst({ where: { proposalId: id, unmarkedAt: null } });
  return mark && unmarkFollowUp(chair, { comment: mark.commentId });
}

/** The minutes give somebody one thing more to do, as a report in a later meeting may. */
async function act({ id, chair }: Splitting): Promise<void> {
  const item = await db.agendaItem.findFirstOrThrow({ where: { proposalId: id } });
  const line = { meetingId: item.meetingId, itemId: item.id, kind: "action", text: "Report." } as const;
  await db.minuteLine.create({ data: { ...line, authorId: chair.personId } });
}

/** What somebody with the database's password might try; the database may refuse. */
async function byForce({ id }: Splitting, sql: string): Promise<void> {
  await db.$executeRawUnsafe(sql, id).catch(() => undefined);
}

async function leftOver({ author, number }: Splitting): Promise<string[]> {
  const split = await findSplit(author, number);
  return (split?.balance.open ?? []).map((each) => `${each.kind} ${each.number}`);
}

async function hasTickets({ id }: Splitting): Promise<boolean> {
  return (await db.ticket.count({ where: { proposalId: id } })) > 0;
}

/** What leads to no ticket, no answer and no reason. */
async function unreachable({ author, number }: Splitting): Promise<string[]> {
  const sources = (await findSplit(author, number))?.sources ?? [];
  return sources
    .filter(({ entries }) => !entries.some(({ ticket, text }) => ticket || text.trim() !== ""))
    .map(({ key }) => key);
}

it("no sequence of moves reaches delivery with anything unaccounted for", { timeout: 240_000 }, async () => {
  let confirmed = 0;
  const aSequence = fc.array(move, { minLength: 4, maxLength: 12 });
  const property = fc.asyncProperty(aSequence, async (steps) => {
    const split = await aSplit({
      ...{ questions: ["Who is on call?"], conditions: ["Report back."] },
      ...{ actions: ["Open the tickets."], promises: ["I ask the partner."] },
    });
    for (const step of [...steps, { kind: "confirm" } as const]) {
      const open = await leftOver(split);
      await play(split, step);
      const { status } = await db.proposal.findUniqueOrThrow({ where: { id: split.id } });
      if (status === "splitting") continue;
      expect(open).toEqual([]);
      // Closed at once where nothing of it is a ticket.
      expect(status).toMatch((await hasTickets(split)) ? /^(delivering|closed)$/ : /^closed$/);
      expect(await unreachable(split)).toEqual([]);
      confirmed += 1;
      // What is confirmed cannot be emptied afterwards, not even by hand.
      await play(split, { kind: "strip" });
      expect(await leftOver(split)).toEqual([]);
      return;
    }
    expect(await leftOver(split)).not.toEqual([]);
  });
  await fc.assert(property, { numRuns: 25, examples: [[allPlaced]] });
  expect(confirmed).toBeGreaterThan(0);
});

it("the database itself refuses an unbalanced delivery and changes of a confirmed split", async () => {
  const split = await aSplit();
  await expect(
    db.$executeRaw`UPDATE "Proposal" SET "status" = 'delivering' WHERE "id" = ${split.id}`,
  ).rejects.toThrow("the split is not balanced: 2 not accounted for");
  for (const step of allPlaced.slice(0, 2)) await play(split, step);
  await play(split, { kind: "confirm" });
  await expect(db.$executeRaw`DELETE FROM "SplitEntry" WHERE "proposalId" = ${split.id}`).rejects.toThrow(
    "the split of a proposal that is delivering cannot be changed",
  );
});
