import type { z } from "zod";
import { now } from "../../clock";
import { type Tx, transact } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { changedBefore } from "../changed-before";
import { holdTicket } from "../facts";
import { mayLinkIssue } from "../policy";
import type { linkIssueInput } from "../schema";
import { ticketsVisibleTo } from "../visibility";

/**
 * Says which issue in an outside tracker mirrors a ticket; an empty address takes the link away. One issue stands
 * for one ticket only, however its address is written, unless somebody says why two share it: the database holds that.
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
    const shared = await whyShared(tx, actor, { id: ticket.id, ...input });
    if (!shared.ok) return shared;
    const { count } = await tx.ticket.updateMany({
      where: { id: ticket.id, version: input.version },
      data: {
        externalUrl: issue?.url ?? null,
        externalShort: issue?.short ?? null,
        sharedReason: shared.value,
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
      ...(issue && {
        data: {
          ...{ url: issue.url, short: issue.short, tracker: issue.tracker },
          ...(shared.value && { reason: shared.value }),
        },
      }),
    });
    return done({ number: ticket.number, short: issue?.short ?? null });
  });
}

/** The reason for sharing an issue, where another ticket stands for it already; null where none does. */
async function whyShared(
  tx: Tx,
  actor: Actor,
  { id, issue, shared }: { id: number } & Pick<z.output<typeof linkIssueInput>, "issue" | "shared">,
): Promise<Result<string | null>> {
  const others = issue ? { externalUrl: issue.url, id: { not: id } } : null;
  if (!issue || !others || (await tx.ticket.count({ where: others })) === 0) return done(null);
  if (shared !== "") return done(shared);
  const where = { ...others, AND: ticketsVisibleTo(actor) };
  const other = await tx.ticket.findFirst({ where, select: { number: true } });
  const who = other ? `Ticket T-${other.number}` : "Another ticket";
  const message = `${who} already stands for ${issue.short}. If both do, say why.`;
  return refuse("conflict", message, [{ path: "shared", message }]);
}
