import { now } from "../clock";
import { db, Prisma } from "../db/client";
import { ballotsToDecideSql, ballotsWaitingSql, reviewsDueSql } from "../decisions/ballot-queries";
import { mayRecordDecision } from "../decisions/policy";
import { concernsWaitingSql } from "../discussion/concern-queries";
import { discussedHref } from "../discussion/discussed-href";
import { listOwedBy } from "../discussion/queries";
import { env } from "../env";
import { prereadsWaitingSql } from "../materials/queries";
import { actionsWaitingSql, reviewsWaitingSql } from "../meetings/home-queries";
import { repliesWaitingSql } from "../meetings/queries";
import { listSlotQueue } from "../meetings/slot-queries";
import { itemVisibleSql } from "../meetings/visibility";
import { asksWaitingSql } from "../proposals/ask-queries";
import { endorsementsWaitingSql } from "../proposals/endorsement-queries";
import { unreadySql } from "../proposals/readiness-queries";
import { visibleSql, writtenBySql } from "../proposals/visibility";
import { agingText } from "../tickets/aging";
import { agingRowsSql } from "../tickets/aging-home-queries";
import { listOverdueSplits } from "../tickets/split-queries";
import { listWaitingOn } from "../tickets/waiting-queries";
import { type Actor, isOfficer, personIdOf } from "../workflow/actor";
import { type OwnRow, ownMove, type YourMove } from "./own-moves";

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
    ...own.filter(({ kind }) => kind !== "draft" && kind !== "unready").flatMap(ownMove),
    ...owed.map((question) => ({
      key: `question-${question.proposal ?? `t${question.ticket}`}-${question.number}`,
      sentence: `Question ${question.number} on ${question.proposal === null ? `T-${question.ticket}` : `#${question.proposal}`}: ${question.text}`,
      button: "Answer",
      href: `${discussedHref(question)}/questions#question-${question.number}`,
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
      sentence: `Ticket ${ticket.number}: ${ticket.title}${ticket.aging ? ` (${agingText(ticket.aging)})` : ""}`,
      button: ticket.wants,
      href: `/tickets/${ticket.number}`,
    })),
    ...overdue.map((split) => ({
      key: `overdue-${split.number}`,
      sentence: `#${split.number} ${split.title} was decided more than ${overdueAfter} days ago, and nothing came of it yet.`,
      button: "See what is missing",
      href: `/proposals/${split.number}/split`,
    })),
    // What is not ready yet, and drafts, keep nobody but their authors waiting: last.
    ...own.filter(({ kind }) => kind === "unready").flatMap(ownMove),
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
    (${ballotsWaitingSql(actor)})
    UNION ALL
    (SELECT * FROM (${ballotsToDecideSql(actor)}) "decide" WHERE ${mayRecordDecision(actor)})
    UNION ALL
    (SELECT * FROM (${reviewsDueSql(actor)}) "revisit" WHERE ${isOfficer(actor)})
    UNION ALL
    (${asksWaitingSql(actor)})
    UNION ALL
    (SELECT 'offer', p."number", p."title", m."date", r."updatedAt", NULL
      FROM "SlotRequest" r JOIN "Proposal" p ON p."id" = r."proposalId" JOIN "Meeting" m ON m."id" = r."offeredMeetingId"
      WHERE p."authorId" = ${own} AND r."status" = 'offered' ORDER BY r."updatedAt" LIMIT 20)
    UNION ALL
    (${reviewsWaitingSql(actor)})
    UNION ALL
    (${actionsWaitingSql(actor)})
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
    (${agingRowsSql(actor)})
    UNION ALL
    (SELECT 'decided', p."number", p."title", NULL, d."decidedAt", d."outcome"::text
      FROM "Decision" d JOIN "Proposal" p ON p."id" = d."proposalId"
      LEFT JOIN "AgendaItem" i ON i."id" = d."itemId"
      WHERE ${visibleSql(actor)} AND (i."id" IS NULL OR ${itemVisibleSql(actor)}) ORDER BY d."id" DESC LIMIT 5)`);
}

function decidedOf({ kind, number, title, detail, at }: OwnRow): LatelyDecided[] {
  return kind === "decided" && number !== null && detail ? [{ number, title, outcome: detail, at }] : [];
}
