import type { z } from "zod";
import { now } from "../../clock";
import { transact } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { changedBefore } from "../changed-before";
import { holdTicket } from "../facts";
import { mayPlan } from "../policy";
import { isSlip, quarterText } from "../quarter";
import { recordOn } from "../ticket-event";
import type { planInitiativeInput } from "../work-schema";

/** Says in which quarter an initiative is planned. Later than before is a slip: it needs its reason, and it is counted. */
export async function planInitiative(
  actor: Actor,
  input: z.output<typeof planInitiativeInput>,
): Promise<Result<{ number: number }>> {
  return transact(async (tx) => {
    const ticket = await holdTicket(tx, actor, input.number);
    if (!ticket) return notFound("ticket");
    if (ticket.facts.destination !== "initiative") {
      return refuse("refused", "Only an initiative is planned by quarter; a ticket has a date.");
    }
    if (!mayPlan(actor, ticket.facts)) {
      return refuse("forbidden", "An initiative is planned by the infra team, its owner or an officer.");
    }
    const { quarter, reason } = input;
    const from = ticket.quarter;
    if (from === quarter) return refuse("refused", `It is planned for ${quarterText(quarter)} already.`);
    const slips = isSlip(from, quarter);
    if (slips && reason.trim() === "") {
      const message = `${quarterText(quarter)} is later than ${quarterText(from ?? "")}: say why it slips.`;
      return refuse("invalid", message, [{ path: "reason", message }]);
    }
    const { count } = await tx.ticket.updateMany({
      where: { id: ticket.id, version: input.version, quarter: from },
      data: { quarter, updatedAt: now(), version: { increment: 1 } },
    });
    if (count === 0) return changedBefore;
    await recordOn(tx, actor, ticket, {
      type: "ticket.planned",
      data: { quarter, ...(from && { fromQuarter: from }), slips, ...(reason.trim() && { reason }) },
    });
    return done({ number: ticket.number });
  });
}
