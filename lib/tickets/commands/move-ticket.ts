import type { z } from "zod";
import { transact } from "../../db/transaction";
import { notFound, type Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import { holdTicket } from "../facts";
import { moveHeldTicket } from "../move-held-ticket";
import type { TicketStatus } from "../policy";
import type { moveTicketInput } from "../schema";

/**
 * Makes one move of a ticket (DOMAIN 7), with its reason where it needs one. The last ticket that is finished
 * closes its proposal; one that is reopened later leaves the proposal closed.
 */
export async function moveTicket(
  actor: Actor,
  input: z.output<typeof moveTicketInput>,
): Promise<Result<{ number: number; status: TicketStatus; completed: boolean }>> {
  return transact(async (tx) => {
    const ticket = await holdTicket(tx, actor, input.number);
    return ticket ? moveHeldTicket(tx, actor, ticket, input) : notFound("ticket");
  });
}
