import { now } from "../clock";
import { db, Prisma } from "../db/client";
import { concernsWaitingSql } from "../discussion/concern-queries";
import { listOwedBy } from "../discussion/queries";
import { env } from "../env";
import { prereadsWaitingSql } from "../materials/queries";
import { clockWords, minutesDueAt } from "../meetings/minutes-clock";
import { repliesWaitingSql } from "../meetings/queries";
import { listSlotQueue } from "../meetings/slot-queries";
import { itemVisibleSql } from "../meetings/visibility";
import { asksWaitingSql } from "../proposals/ask-queries";
import { endorsementsWaitingSql } from "../proposals/endorsement-queries";
import { ownNeedsOf, unreadySql } from "../proposals/readiness-queries";
import { visibleSql, writtenBySql } from "../proposals/visibility";
import { listWaitingOn } from "../tickets/queries";
import { listOverdueSplits } from "../tickets/split-queries";
import { type Actor, isOfficer, personIdOf } from "../workflow/actor";

/** One sentence with one button: what waits for this person (UI: Home). */
export interface YourMove {
  key: string;
  sentence: string;
  button: string;
  href: string;
}

interface OwnRow {
  kind:
    | "ask"
    | "draft"
    | "offer"
    | "split"
    | "minutes"
    | "decided"
    | "concern"
    | "addressed"
    | "endorsement"
    | "preread"
    | "reply"
    | "unready";
  number: number | null;
  title: string;
  date: string | null;
  at: Date;
  /** A decision's outcome, a concern's number, the part that somebody is asked to play. */
  detail: string | null;
}

export interface LatelyDecided {
  number: number;
  title: string;
  outcome: string;
  at: Date;
}

export interface Home {
  moves: YourMove[];
  decided: LatelyDecided[];
}

/** What waits for this actor, most pressing first, and what was decided lately; in five queries at most. */
export async function findHome(actor: Actor): Promise<Home> {
  const overdueAfter = env().SPLIT_OVERDUE_DAYS;
  const [own, owed, slots, tickets, overdue] = await Promise.all([
    listOwn(actor),
    actor.kind === "person" ? listOwedBy(actor) : [],
    listSlotQueue(actor),
    listWaitingOn(actor),
    listOverdueSplits(actor, overdueAfter, now()),
  ]);
  const moves = [
    ...own.filter(({ kind }) => kind !== "draft").flatMap(ownMove),
    ...owed.map((question) => ({
      key: `question-${question.proposal}-${question.number}`,
      sentence: `Question ${question.number} on #${question.proposal}: ${question.text}`,
      button: "Answer",
      href: `/proposals/${question.proposal}/questions#question-${question.number}`,
    })),
    ...slots
      .filter((slot) => slot.waitsFor === "officers")
      .map((slot) => ({
        key: `slot-${slot.number}`,
        sentence: `${slot.requestedBy} asks for ${slot.presentMinutes} + ${slot.qaMinutes} minutes for #${slot.number} ${slot.title}. ${slot.readiness}`,
        button: slot.status === "countered" ? "Answer the counter-offer" : "Offer time",
        href: `/proposals/${slot.number}/board`,
      })),
    ...tickets.map((ticket) => ({
      key: `ticket-${ticket.number}`,
      sentence: `Ticket ${ticket.number}: ${ticket.title}`,
      button: ticket.wants,
      href: `/tickets/${ticket.number}`,
    })),
    ...overdue.map((split) => ({
      key: `overdue-${split.number}`,
      sentence: `#${split.number} ${split.title} was decided more than ${overdueAfter} days ago, and nothing came of it yet.`,
      button: "See what is missing",
      href: `/proposals/${split.number}/split`,
    })),
    // A draft keeps only its author waiting: last.
    ...own.filter(({ kind }) => kind === "draft").flatMap(ownMove),
  ];
  return { moves, decided: own.flatMap(decidedOf) };
}

/** The actor's own drafts, offers and splits, minutes that the officers owe, and the latest decisions: one query. */
async function listOwn(actor: Actor): Promise<OwnRow[]> {
  const own = personIdOf(actor) ?? -1;
  return db.$queryRaw<OwnRow[]>(Prisma.sql`
    (SELECT 'minutes' AS "kind", NULL::int AS "number", m."title", m."date", m."adjournedAt" AS "at", NULL AS "detail" FROM "Meeting" m
      WHERE ${isOfficer(actor)} AND m."status" = 'adjourned' AND m."minutesStatus" <> 'published'
      ORDER BY m."adjournedAt" LIMIT 10)
    UNION ALL
    (SELECT CASE p."status" WHEN 'splitting' THEN 'split' ELSE 'draft' END, p."number", p."title", NULL, p."updatedAt",
        CASE WHEN p."authorId" <> ${own} THEN 'with others' END FROM "Proposal" p
      WHERE (p."status" = 'draft' AND ${writtenBySql(own)} OR p."status" = 'splitting' AND p."authorId" = ${own})
      ORDER BY p."updatedAt" DESC LIMIT 20)
    UNION ALL
    (${asksWaitingSql(actor)})
    UNION ALL
    (SELECT 'offer', p."number", p."title", m."date", r."updatedAt", NULL
      FROM "SlotRequest" r JOIN "Proposal" p ON p."id" = r."proposalId" JOIN "Meeting" m ON m."id" = r."offeredMeetingId"
      WHERE p."authorId" = ${own} AND r."status" = 'offered' ORDER BY r."updatedAt" LIMIT 20)
    UNION ALL
    (${concernsWaitingSql(actor)})
    UNION ALL
    (${endorsementsWaitingSql(actor)})
    UNION ALL
    (${prereadsWaitingSql(actor)})
    UNION ALL
    (${repliesWaitingSql(actor)})
    UNION ALL
    (${unreadySql(own)})
    UNION ALL
    (SELECT 'decided', p."number", p."title", NULL, d."decidedAt", d."outcome"::text
      FROM "Decision" d JOIN "Proposal" p ON p."id" = d."proposalId"
      LEFT JOIN "AgendaItem" i ON i."id" = d."itemId"
      WHERE ${visibleSql(actor)} AND (i."id" IS NULL OR ${itemVisibleSql(actor)}) ORDER BY d."id" DESC LIMIT 5)`);
}

function ownMove(row: OwnRow): YourMove[] {
  const key = `${row.kind}-${row.number ?? row.date}`;
  const name = `#${row.number} ${row.title}`;
  switch (row.kind) {
    case "minutes":
      return [
        {
          key,
          sentence: minutesSentence(row),
          button: "Publish minutes",
          href: `/meetings/${row.date}/minutes`,
        },
      ];
    case "offer":
      return [
        {
          key,
          sentence: `You are offered time for ${name} on ${row.date}.`,
          button: "Answer the offer",
          href: `/proposals/${row.number}/board`,
        },
      ];
    case "ask":
      return [
        {
          key,
          sentence: `${row.detail?.includes(",") ? "Asks" : "Ask"} ${row.detail} of ${name}: you, or a group of yours, are named as the owner.`,
          button: "Confirm or decline",
          href: `/proposals/${row.number}#ask-${row.detail?.split(",")[0]}`,
        },
      ];
    case "split":
      return [
        {
          key,
          sentence: `${name} is decided: turn it into tickets.`,
          button: "Split",
          href: `/proposals/${row.number}/split`,
        },
      ];
    case "concern":
      return [
        {
          key: `${key}-${row.detail}`,
          sentence: `Concern ${row.detail} on ${name} waits for you: say what was done about it.`,
          button: "Address it",
          href: `/proposals/${row.number}/concerns#concern-${row.detail}`,
        },
      ];
    case "addressed":
      return [
        {
          key: `${key}-${row.detail}`,
          sentence: `Something was done about your concern ${row.detail} on ${name}: does that resolve it?`,
          button: "Say whether",
          href: `/proposals/${row.number}/concerns#concern-${row.detail}`,
        },
      ];
    case "endorsement":
      return [
        {
          key: `${key}-${row.detail}`,
          sentence: `You are asked to ${row.detail === "sponsor" ? "sponsor" : "endorse"} ${name}.`,
          button: "Answer",
          href: `/proposals/${row.number}/support`,
        },
      ];
    case "preread":
      return [
        {
          key,
          sentence: `Read the pre-read of ${name} before ${row.date}.`,
          button: "Read",
          href: `/meetings/${row.date}/preread`,
        },
      ];
    case "reply":
      return [
        {
          key,
          sentence: `The agenda of ${row.title}, ${row.date}, is out: say whether you come.`,
          button: "Answer",
          href: `/meetings/${row.date}#who-comes`,
        },
      ];
    case "unready": {
      const needs =
        row.number === null ? null : ownNeedsOf({ number: row.number, detail: row.detail ?? "null" });
      return needs
        ? [{ key, sentence: `${name} ${needs.sentence}`, button: "Make it ready", href: needs.href }]
        : [];
    }
    case "draft":
      return [
        {
          key,
          sentence: row.detail
            ? `The draft ${name}, which you write with others, is not published yet.`
            : `Your draft ${name} is not published yet.`,
          button: "Go on",
          href: `/proposals/${row.number}`,
        },
      ];
    default:
      return [];
  }
}

function minutesSentence(row: OwnRow): string {
  return `The minutes of ${row.title}, ${row.date}, are due: ${clockWords(minutesDueAt(row.at, env().MINUTES_DUE_HOURS), now())}.`;
}

function decidedOf({ kind, number, title, detail, at }: OwnRow): LatelyDecided[] {
  return kind === "decided" && number !== null && detail ? [{ number, title, outcome: detail, at }] : [];
}
