import { type Tx, transact } from "../../db/transaction";
import { done, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { answerWith } from "../answer-with";
import { mayWriteForBoard } from "../comment-policy";
import { type Discussed, findSubject, lockDiscussed, type Person, signInFirst } from "../facts";
import { openQuestion } from "../open-question";
import { questionIn } from "../question-in";
import type { PostCommentInput } from "../schema";
import { commentsVisibleTo } from "../visibility";
import { sayComment } from "../write-comment";

export interface Posted {
  comment: number;
  /** The number of the question that it asked. */
  question?: number;
  /** Names in it that nobody has: they were posted as text. */
  nobody?: string[];
}

/** Says something on a proposal or a ticket; it may ask somebody, and may answer a question. */
export async function postComment(actor: Actor, input: PostCommentInput): Promise<Result<Posted>> {
  if (actor.kind !== "person") return signInFirst;
  return transact(async (tx) => {
    const subject = await findSubject(tx, actor, input);
    return subject.ok ? post(tx, actor, subject.value, input) : subject;
  });
}

async function post(tx: Tx, actor: Person, on: Discussed, input: PostCommentInput): Promise<Result<Posted>> {
  if (input.boardOnly && !mayWriteForBoard(actor)) return notForBoard;
  const parent = await findParent(tx, actor, on, input);
  if (!parent.ok) return parent;
  if (input.askOf || input.answers) await lockDiscussed(tx, on);
  const { markdown, parent: parentId } = input;
  const said = await sayComment(tx, actor, on, { markdown, parentId, boardOnly: Boolean(input.boardOnly) });
  const comment = said.id;
  if (input.answers) {
    const answered = await answerWith(tx, actor, on, {
      question: input.answers,
      comment: { id: comment, wasSaid: false },
    });
    if (!answered.ok) return answered;
  }
  if (!input.askOf) return done(postedAs(said));
  const asked = await openQuestion(tx, actor, on, {
    of: input.askOf,
    text: input.question ?? questionIn(markdown),
    askedById: actor.personId,
    commentId: comment,
    field: "askOf",
  });
  return asked.ok ? done({ ...postedAs(said), question: asked.value.number }) : asked;
}

function postedAs({ id, nobody }: { id: number; nobody: string[] }): Posted {
  return { comment: id, ...(nobody.length > 0 && { nobody }) };
}

const forBoard = "Only those who read executive items may write for the board alone.";
const notForBoard = refuse("forbidden", forBoard, [{ path: "boardOnly", message: forBoard }]);

const parentElsewhere = refuse("invalid", "The comment that this replies to is not in this discussion.");

/** What replies to words that only the board reads stays with the board, or it would tell of them. */
async function findParent(
  tx: Tx,
  actor: Person,
  { proposalId, ticketId }: Discussed,
  { parent: id, boardOnly }: PostCommentInput,
): Promise<Result<null>> {
  if (id === undefined) return done(null);
  const parent = await tx.comment.findFirst({
    where: { id, proposalId, ticketId, AND: commentsVisibleTo(actor) },
    select: { visibility: true },
  });
  if (!parent) return parentElsewhere;
  return parent.visibility === "executive" && !boardOnly ? staysWithBoard : done(null);
}

const stays =
  "This replies to a comment that only the board reads. Tick “Only for the board”, or write anew without the quote.";
const staysWithBoard = refuse("refused", stays, [{ path: "boardOnly", message: stays }]);
