import type { z } from "zod";
import { transact } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { lockDependencies, tellUnblocked } from "../dependencies";
import { holdTicket } from "../facts";
import { isFinished, mayAdjust } from "../policy";
import { recordOn } from "../ticket-event";
import type { dependencyInput } from "../work-schema";

/** Says that a ticket does not wait for another one any more. Where that was the last one, its owner is told. */
export async function removeDependency(
  actor: Actor,
  input: z.output<typeof dependencyInput>,
): Promise<Result<{ number: number }>> {
  return transact(async (tx) => {
    await lockDependencies(tx);
    const ticket = await holdTicket(tx, actor, input.number);
    const other = await holdTicket(tx, actor, input.other);
    if (!ticket || !other) return notFound("ticket");
    if (!mayAdjust(actor, ticket.facts)) {
      return refuse(
        "forbidden",
        "What a ticket waits for is said by who asked for it, owns it or works on it.",
      );
    }
    const [blocked, blocker] = input.way === "blocked_by" ? [ticket, other] : [other, ticket];
    const { count } = await tx.ticketDependency.deleteMany({
      where: { blockedId: blocked.id, blockerId: blocker.id },
    });
    if (count === 0) return refuse("conflict", "Somebody took this dependency away before you.");
    await recordOn(tx, actor, blocked, {
      type: "ticket.dependency_removed",
      data: blocker.executive && !blocked.executive ? {} : { by: blocker.number },
    });
    if (!isFinished(blocker.facts.status)) await tellUnblocked(tx, actor, blocker, blocked.id);
    return done({ number: ticket.number });
  });
}
