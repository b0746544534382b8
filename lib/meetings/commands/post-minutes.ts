import { now } from "../../clock";
import { db } from "../../db/client";
import { transact } from "../../db/transaction";
import { renderKnown } from "../../discussion/mention-queries";
import { touch } from "../../discussion/write-comment";
import { done } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { readBeside } from "../minutes-beside-facts";
import { amendmentPost, type Post, postsOf } from "../minutes-post";
import { publicPart } from "../minutes-record";
import { readSession } from "../session-facts";
import { minutesRecordOf } from "../session-record";

/**
 * Posts what published minutes say about a proposal as a comment on it, for everybody: executive items are in none.
 * Each item is posted once, however often and however simultaneously this runs (the comment's key is unique).
 * Says how many it posted.
 */
export async function postMinutes(meetingId: number): Promise<number> {
  const meeting = await db.meeting.findUnique({
    where: { id: meetingId },
    select: { date: true, minutesStatus: true },
  });
  if (meeting?.minutesStatus !== "published") return 0;
  const [session, beside] = await Promise.all([readSession(db, meeting.date), readBeside(db, meeting.date)]);
  const publisher = await findPublisher(meetingId);
  if (!session || !beside || !publisher) return 0;
  const record = publicPart(minutesRecordOf(session, { ...beside, amendments: [] }));
  return postAll(meetingId, publisher, postsOf(record));
}

/** The same of one amendment, on the proposal whose item it corrects. */
export async function postAmendment(amendmentId: number): Promise<number> {
  const amendment = await db.minutesAmendment.findUnique({
    where: { id: amendmentId },
    select: {
      ...{ meetingId: true, number: true, visibility: true, text: true, was: true, reason: true },
      author: { select: { id: true, name: true } },
      meeting: { select: { date: true, title: true } },
      item: { select: { visibility: true, proposal: { select: { number: true } } } },
    },
  });
  const number = amendment?.item?.proposal?.number;
  if (!amendment || !number || amendment.visibility !== "public") return 0;
  if (amendment.item?.visibility !== "public") return 0;
  return postAll(amendment.meetingId, amendment.author, [amendmentPost(amendmentId, number, amendment)]);
}

interface Publisher {
  id: number;
  name: string;
}

async function findPublisher(meetingId: number): Promise<Publisher | null> {
  const event = await db.event.findFirst({
    where: { meetingId, type: "minutes.published" },
    orderBy: { id: "desc" },
    select: { actor: { select: { id: true, name: true } } },
  });
  return event?.actor ?? null;
}

async function postAll(meetingId: number, by: Publisher, posts: readonly Post[]): Promise<number> {
  let posted = 0;
  for (const post of posts) if (await postOne(meetingId, by, post)) posted += 1;
  return posted;
}

/** In the name of who published, and by the portal: the history says both. */
async function postOne(meetingId: number, by: Publisher, post: Post): Promise<boolean> {
  const portal: Actor = { kind: "system", name: `The portal, for ${by.name}` };
  const result = await transact(async (tx) => {
    const proposal = await tx.proposal.findFirst({
      where: { number: post.proposal, visibility: "public", status: { not: "draft" } },
      select: { id: true, revision: true },
    });
    if (!proposal) return done(false);
    const { html } = await renderKnown(tx, post.markdown, { proposal: post.proposal });
    const [comment] = await tx.comment.createManyAndReturn({
      data: [
        {
          proposalId: proposal.id,
          authorId: by.id,
          markdown: post.markdown,
          html,
          revision: proposal.revision || null,
          sourceKey: post.key,
          createdAt: now(),
        },
      ],
      skipDuplicates: true,
      select: { id: true },
    });
    if (!comment) return done(false);
    await record(tx, portal, {
      type: "comment.posted",
      subject: "comment",
      subjectId: comment.id,
      proposalId: proposal.id,
      data: { commentId: comment.id, minutesOf: meetingId },
    });
    await touch(tx, { proposalId: proposal.id, ticketId: null });
    return done(true);
  });
  if (!result.ok) throw new Error(result.refusal.message); // the outbox tries again
  return result.value;
}
