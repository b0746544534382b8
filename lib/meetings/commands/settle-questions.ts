import type { Tx } from "../../db/transaction";
import { answerWith } from "../../discussion/answer-with";
import { leaveUnanswered } from "../../discussion/commands/leave-unanswered";
import { findDiscussed } from "../../discussion/facts";
import { writeComment } from "../../discussion/write-comment";
import { done, type Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import { answersGiven } from "../answers-given";
import type { HeldSession } from "../held-session";
import type { questionFates } from "../session-schema";

type Fate = (typeof questionFates)[number];

/**
 * Says of each open question that was asked under an item what became of it, by the id of its line. Nothing said means
 * “no answer given”. An answer is the one that was written down after it; it goes into the proposal's discussion.
 */
export async function settleQuestions(
  tx: Tx,
  actor: Actor,
  { meeting, item }: HeldSession,
  fates: Readonly<Record<string, Fate>>,
): Promise<Result<null>> {
  if (actor.kind !== "person" || item.proposalId === null) return done(null);
  const lines = await tx.minuteLine.findMany({
    where: { itemId: item.id, kind: { in: ["question", "answer"] } },
    orderBy: { id: "asc" },
    select: {
      id: true,
      kind: true,
      text: true,
      struckAt: true,
      question: { select: { id: true, number: true, status: true } },
    },
  });
  const answers = answersGiven(
    lines.map(({ struckAt, ...line }) => ({ ...line, struck: struckAt !== null })),
  );
  for (const { id, question } of lines) {
    if (question?.status !== "open") continue;
    const fate = fates[id] ?? "unanswered";
    const answer = answers.get(id);
    if (fate === "open") continue;
    const settled =
      fate === "answered" && answer
        ? await answerFromMeeting(tx, actor, {
            proposalId: item.proposalId,
            question: question.number,
            answer,
            date: meeting.date,
          })
        : await leaveUnanswered(tx, actor, { questionId: question.id, meetingId: meeting.id });
    if (!settled.ok) return settled;
  }
  return done(null);
}

interface Answer {
  proposalId: number;
  question: number;
  answer: string;
  date: string;
}

async function answerFromMeeting(
  tx: Tx,
  actor: Extract<Actor, { kind: "person" }>,
  { proposalId, question, answer, date }: Answer,
): Promise<Result<unknown>> {
  const proposal = await findDiscussed(tx, actor, { id: proposalId });
  if (!proposal.ok) return proposal;
  const markdown = `Answered in the meeting of ${date}:\n\n${answer}`;
  const id = await writeComment(tx, actor, proposal.value, { markdown });
  return answerWith(tx, actor, proposal.value, { question, comment: { id, wasSaid: false } });
}
