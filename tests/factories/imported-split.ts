import { db } from "@/lib/db/client";
import { recordPastDecision } from "@/lib/decisions/commands/record-past-decision";
import { pastDecisionInput } from "@/lib/decisions/schema";
import { askQuestion } from "@/lib/discussion/commands/ask-question";
import { closeWithoutFollowUp } from "@/lib/proposals/commands/close-without-follow-up";
import { confirmSplit } from "@/lib/tickets/commands/confirm-split";
import { placeSource } from "@/lib/tickets/commands/place-source";
import { placeSourceInput } from "@/lib/tickets/schema";
import { anIssue, imported } from "./imports";
import type { Person } from "./people";
import { expectDone, versionOf } from "./proposals";
import { aProject } from "./tickets";

/** A thread from a tracker with one open question, which the secretary closes and the chair takes up to be split. */
export async function anImportedSplit({ chair, secretary }: Record<"chair" | "secretary", Person>) {
  const issue = anIssue();
  await imported(issue);
  const { id, number } = await db.proposal.findFirstOrThrow({ orderBy: { id: "desc" } });
  expectDone(await askQuestion(secretary, { proposal: number, of: "infra", text: "Which hosts?" }));
  const reason = "Nobody came back to it.";
  expectDone(await closeWithoutFollowUp(secretary, { number, version: await versionOf(number), reason }));
  const decision = { number, outcome: "redirected", text: "To be split.", decidedOn: "2021-10-13" };
  const past = pastDecisionInput.parse({ ...decision, version: await versionOf(number) });
  expectDone(await recordPastDecision(chair, past));
  const { id: sourceId } = await db.question.findFirstOrThrow({ where: { proposalId: id } });
  return { number, source: { sourceKind: "question" as const, sourceId } };
}

/** Its one ticket, a draft, after the secretary has confirmed the split. */
export async function anImportedTicket(board: Record<"chair" | "secretary", Person>): Promise<number> {
  const { number, source } = await anImportedSplit(board);
  const place = placeSourceInput.parse({ number, ...source, disposition: "ticketed", ...aProject });
  const { ticket } = expectDone(await placeSource(board.secretary, place));
  expectDone(await confirmSplit(board.secretary, { number, version: await versionOf(number) }));
  return ticket ?? 0;
}
