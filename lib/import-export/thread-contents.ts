import { createHash } from "node:crypto";
import type { Prisma } from "../db/client";
import type { Tx } from "../db/transaction";
import { renderMarkdown } from "../discussion/markdown";
import type { PlannedComment, PlannedQuestion } from "./import-plan";
import { type People, personIn } from "./placeholders";
import type { Thread } from "./thread-events";

/** What is new in one thread. */
export interface NewContents {
  thread: Thread;
  comments: readonly PlannedComment[];
  questions: readonly PlannedQuestion[];
}

const rowsAtOnce = 500;

export function commentKey(thread: Thread, sourceId: number): string {
  return `${thread.sourceKey}/${sourceId}`;
}

/** The same sentence may be asked in several comments, and is offered for each. */
export function questionKey(thread: Thread, { sourceCommentId, sentence }: PlannedQuestion): string {
  const digest = createHash("sha256").update(sentence).digest("hex").slice(0, 16);
  return `${thread.sourceKey}/${sourceCommentId ?? ""}?${digest}`;
}

/** Writes new comments in the order of their threads, each joined to the one it answers. */
export async function addComments(tx: Tx, contents: readonly NewContents[], people: People): Promise<number> {
  const planned = contents.flatMap(({ thread, comments }) =>
    comments.map((comment) => ({ thread, comment })),
  );
  for (let start = 0; start < planned.length; start += rowsAtOnce) {
    const batch = planned.slice(start, start + rowsAtOnce);
    await tx.comment.createMany({ data: batch.map(({ thread, comment }) => rowOf(thread, comment, people)) });
  }
  const answers = planned.filter(({ comment }) => comment.parentId !== undefined);
  if (answers.length > 0) await joinAnswers(tx, answers);
  return planned.length;
}

function rowOf(thread: Thread, comment: PlannedComment, people: People): Prisma.CommentCreateManyInput {
  return {
    proposalId: thread.id,
    authorId: personIn(people, comment.author),
    markdown: comment.markdown,
    html: renderMarkdown(comment.markdown),
    createdAt: comment.at,
    editedAt: comment.editedAt ?? null,
    editorId: comment.editor ? personIn(people, comment.editor) : null,
    revision: thread.revision,
    ...(Object.keys(comment.reactions).length > 0 && { reactions: comment.reactions }),
    sourceKey: commentKey(thread, comment.sourceId),
  };
}

async function joinAnswers(
  tx: Tx,
  answers: readonly { thread: Thread; comment: PlannedComment }[],
): Promise<void> {
  const keys = answers.map(({ thread, comment }) => commentKey(thread, comment.sourceId));
  const parents = answers.map(({ thread, comment }) => commentKey(thread, comment.parentId ?? 0));
  await tx.$executeRaw`UPDATE "Comment" c SET "parentId" = p."id"
    FROM unnest(${keys}::text[], ${parents}::text[]) AS t(child, parent)
      JOIN "Comment" p ON p."sourceKey" = t.parent
    WHERE c."sourceKey" = t.child`;
}

/** Offers the sentences that ask something; a person confirms each, or says that it was no question. */
export async function offerQuestions(tx: Tx, contents: readonly NewContents[]): Promise<number> {
  const planned = contents.flatMap(({ thread, questions }) =>
    questions.map((question) => ({ thread, question })),
  );
  const ids = await commentIds(tx, planned);
  for (let start = 0; start < planned.length; start += rowsAtOnce) {
    await tx.questionCandidate.createMany({
      data: planned.slice(start, start + rowsAtOnce).map(({ thread, question }) => ({
        proposalId: thread.id,
        commentId: ids.get(commentKey(thread, question.sourceCommentId ?? 0)) ?? null,
        sentence: question.sentence,
        sourceKey: questionKey(thread, question),
      })),
    });
  }
  return planned.length;
}

async function commentIds(
  tx: Tx,
  planned: readonly { thread: Thread; question: PlannedQuestion }[],
): Promise<Map<string, number>> {
  const keys = planned.map(({ thread, question }) => commentKey(thread, question.sourceCommentId ?? 0));
  const rows = await tx.$queryRaw<{ id: number; sourceKey: string }[]>`
    SELECT "id", "sourceKey" FROM "Comment" WHERE "sourceKey" = ANY(${[...new Set(keys)]})`;
  return new Map(rows.map(({ sourceKey, id }) => [sourceKey, id]));
}
