import { db } from "@/lib/db/client";
import { recordPastDecision } from "@/lib/decisions/commands/record-past-decision";
import { pastDecisionInput } from "@/lib/decisions/schema";
import { aCastProposal, type Cast } from "../../../factories/cast";
import { aCastMeeting, anItem, opens } from "../../../factories/cast-meetings";
import { anIssue, imported } from "../../../factories/imports";
import { expectDone, versionOf } from "../../../factories/proposals";
import type { Attempt, Cases } from "../case";
import { once } from "../once";

const then = { outcome: "redirected", text: "Please open specific tickets.", decidedOn: "2021-10-13" };

/** The number of a thread from a tracker that was closed there. */
async function aClosedThread(): Promise<number> {
  await imported(anIssue({ status: "Closed", close_status: "Fixed", closed_at: "1632600000.25" }));
  const { number } = await db.proposal.findFirstOrThrow({ orderBy: { id: "desc" } });
  return number;
}

/** What the board decided long ago, which the chair wrote down. */
async function aDecision({ chair }: Cast): Promise<{ id: number; number: number }> {
  const number = await aClosedThread();
  const input = pastDecisionInput.parse({ number, version: await versionOf(number), ...then });
  const { decisionId: id } = expectDone(await recordPastDecision(chair, input));
  return { id, number };
}

const theDecision = once(aDecision);

async function readable(cast: Cast): Promise<Attempt> {
  return { at: { ...(await theDecision(cast)) } };
}

export const decisionCases: Cases = {
  "GET /decisions": async (cast) => {
    await theDecision(cast);
    return {};
  },
  "GET /decisions/{id}": readable,
  "GET /proposals/{number}/decisions": readable,
  "POST /decisions/{id}/correct": async (cast) => {
    const { id } = await aDecision(cast);
    const body = {
      outcome: "redirected",
      text: "Please open action-based tickets.",
      why: "A word was missing.",
    };
    return { at: { id }, body };
  },
  "POST /items/{itemId}/decision": async (cast) => {
    const { date } = await aCastMeeting(cast).inSession();
    const { number: proposal } = await aCastProposal(cast).inDiscussion();
    const itemId = await anItem(cast, date, { section: "presentations", proposal });
    await opens(cast, itemId);
    const decision = { outcome: "approved", confirmed: "approved", text: "The board approves it." };
    return { at: { itemId }, body: decision };
  },
  "POST /proposals/{number}/past-decision": async () => {
    const number = await aClosedThread();
    return { at: { number }, body: { version: await versionOf(number), ...then } };
  },
};
