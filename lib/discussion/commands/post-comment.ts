import { type Tx, transact } from "../../db/transaction";
import { done, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { answerWith } from "../answer-with";
import {
  type Discussed,
  type DiscussedProposal,
  findDiscussed,
  findDiscussedTicket,
  lockProposal,
  type Person,
  signInFirst,
} from "../facts";
import { openQuestion } from "../open-question";
import { questionIn } from "../question-in";
import type { PostCommentInput } from "../schema";
import { writeComment } from "../write-comment";

export interface Posted {
  comment: number;
  /** The number of the question that it asked. */
  question?: number;
}

/** Says something on a proposal or a ticket; on a proposal it may ask somebody, and may answer a question. */
export async function postComment(actor: Actor, input: PostCommentInput): Promise<Result<Posted>> {
  if (actor.kind !== "person") return signInFirst;
  return transact(async (tx) => {
    if (input.proposal === undefined) return postOnTicket(tx, actor, input);
    const proposal = await findDiscussed(tx, actor, { number: input.proposal });
    return proposal.ok ? postOnProposal(tx, actor, proposal.value, input) : proposal;
  });
}

async function postOnTicket(tx: Tx, actor: Person, input: PostCommentInput): Promise<Result<Posted>> {
  const ticket = await findDiscussedTicket(tx, actor, input.ticket ?? 0);
  if (!ticket.ok) return ticket;
  if (!(await parentIsHere(tx, ticket.value, input.parent))) return parentElsewhere;
  const { markdown, parent: parentId } = input;
  return done({ comment: await writeComment(tx, actor, ticket.value, { markdown, parentId }) });
}

async function postOnProposal(
  tx: Tx,
  actor: Person,
  proposal: DiscussedProposal,
  input: PostCommentInput,
): Promise<Result<Posted>> {
  if (!(await parentIsHere(tx, proposal, input.parent))) return parentElsewhere;
  if (input.askOf || input.answers) await lockProposal(tx, proposal.proposalId);
  const { markdown, parent: parentId } = input;
  const comment = await writeComment(tx, actor, proposal, { markdown, parentId });
  if (input.answers) {
    const answered = await answerWith(tx, actor, proposal, {
      question: input.answers,
      comment: { id: comment, wasSaid: false },
    });
    if (!answered.ok) return answered;
  }
  if (!input.askOf) return done({ comment });
  const asked = await openQuestion(tx, actor, proposal, {
    of: input.askOf,
    text: input.question ?? questionIn(markdown),
    askedById: actor.personId,
    commentId: comment,
    field: "askOf",
  });
  return asked.ok ? done({ comment, question: asked.value.number }) : asked;
}

const parentElsewhere = refuse("invalid", "The comment that this replies to is not in this discussion.");

async function parentIsHere(tx: Tx, on: Discussed, parent: number | undefined): Promise<boolean> {
  if (parent === undefined) return true;
  const { proposalId, ticketId } = on;
  return (await tx.comment.count({ where: { id: parent, proposalId, ticketId } })) > 0;
}
