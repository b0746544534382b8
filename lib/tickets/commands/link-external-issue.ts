import type { z } from "zod";
import { now } from "../../clock";
import { transact } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { changedBefore } from "../changed-before";
import { holdTicket } from "../facts";
import { mayLinkIssue } from "../policy";
import type { linkIssueInput } from "../schema";

/**
 * Says which issue in an outside tracker mirrors a ticket; an empty address takes the link away. One issue stands
 * for one ticket only, however its address is written: the database holds that.
 */
export async function linkExternalIssue(
  actor: Actor,
  input: z.output<typeof linkIssueInput>,
): Promise<Result<{ number: number; short: string | null }>> {
  return transact(async (tx) => {
    const ticket = await holdTicket(tx, actor, input.number);
    if (!ticket) return notFound("ticket");
    if (!mayLinkIssue(actor, ticket.facts)) {
      return refuse("forbidden", "The link is set by who asked for the ticket, owns it or works on it.");
    }
    const { issue } = input;
    const { count } = await tx.ticket.updateMany({
      where: { id: ticket.id, version: input.version },
      data: {
        externalUrl: issue?.url ?? null,
        externalShort: issue?.short ?? null,
        updatedAt: now(),
        version: { increment: 1 },
      },
    });
    if (count === 0) return changedBefore;
    await record(tx, actor, {
      type: issue ? "ticket.issue_linked" : "ticket.issue_unlinked",
      subject: "ticket",
      subjectId: ticket.id,
      ticketId: ticket.id,
      proposalId: ticket.proposalId,
      executive: ticket.executive,
      ...(issue && { data: { url: issue.url, short: issue.short, tracker: issue.tracker } }),
    });
    return done({ number: ticket.number, short: issue?.short ?? null });
  });
}
