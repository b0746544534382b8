import type { z } from "zod";
import { transact } from "../../db/transaction";
import { findOwner, unknownOwner } from "../../people/queries";
import { notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { changeFields } from "../change-fields";
import { holdTicket } from "../facts";
import { mayAdjust } from "../policy";
import type { adjustTicketInput } from "../schema";

/** Changes the title, the owner, the date, the priority, the size or the labels of a ticket, and says which. */
export async function adjustTicket(
  actor: Actor,
  input: z.output<typeof adjustTicketInput>,
): Promise<Result<{ number: number }>> {
  return transact(async (tx) => {
    const ticket = await holdTicket(tx, actor, input.number);
    if (!ticket) return notFound("ticket");
    if (!mayAdjust(actor, ticket.facts)) {
      return refuse(
        "forbidden",
        "A ticket is changed by who asked for it, owns it or works on it, while it is open.",
      );
    }
    const owner = await findOwner(tx, input.owner);
    if (!owner) return refuse("invalid", unknownOwner, [{ path: "owner", message: unknownOwner }]);
    const { number: _, ...changes } = input;
    return changeFields(tx, actor, ticket, { ...changes, owner });
  });
}
