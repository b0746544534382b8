import type { z } from "zod";
import { db } from "../../db/client";
import { onlyOnce, submission } from "../../db/submission";
import { transact } from "../../db/transaction";
import { findOwner, type OwnerIds, unknownOwner } from "../../people/queries";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { changeFields, type FieldChanges } from "../change-fields";
import { holdTicket } from "../facts";
import { changedLabels, mostLabels, tooManyLabels } from "../labels";
import { moveHeldTicket } from "../move-held-ticket";
import { mayAdjust } from "../policy";
import type { changeTicketsInput } from "../work-schema";

type Input = z.output<typeof changeTicketsInput>;

/** What became of one of several tickets. */
export interface TicketOutcome {
  number: number;
  /** Why it was left as it is; absent where it was changed, or had nothing to change. */
  refusal?: string;
  changed: string[];
}

/**
 * Changes several tickets at once: each on its own, in its own transaction, so that one which may not be changed keeps
 * none of the others back, and says why. Sent twice, or again after a crash, each is changed once.
 */
export async function changeTickets(
  actor: Actor,
  input: Input,
): Promise<Result<{ key: string; outcomes: TicketOutcome[] }>> {
  if (actor.kind !== "person") return refuse("signed_out", "Sign in to change tickets.");
  const owner = input.owner ? await findOwner(db, input.owner) : undefined;
  if (input.owner && !owner)
    return refuse("invalid", unknownOwner, [{ path: "owner", message: unknownOwner }]);
  const current = submission.getStore();
  const outcomes: TicketOutcome[] = [];
  for (const ticket of input.tickets) {
    const change = () => changeOne(actor, { ...input, ownerIds: owner }, ticket);
    const result = current
      ? await onlyOnce(`${current.key}:${ticket.number}`, actor.personId, change)
      : await change();
    outcomes.push(
      result.ok
        ? { number: ticket.number, changed: result.value.changed }
        : { number: ticket.number, changed: [], refusal: result.refusal.message },
    );
  }
  // Kept under the form's own key: the page that tells what became of each reads it there.
  return transact(async () => done({ key: current?.key ?? "", outcomes }));
}

type Wanted = Input & { ownerIds: OwnerIds | undefined };

async function changeOne(
  actor: Actor,
  wanted: Wanted,
  { number, version }: { number: number; version: number },
): Promise<Result<{ changed: string[] }>> {
  return transact(async (tx) => {
    const ticket = await holdTicket(tx, actor, number);
    if (!ticket) return notFound("ticket");
    if (ticket.version !== version) {
      return refuse("conflict", "Somebody changed it after you opened the list; look at it again.");
    }
    const changed: string[] = [];
    if (hasFields(wanted)) {
      if (!mayAdjust(actor, ticket.facts)) {
        return refuse(
          "forbidden",
          "It is changed by who asked for it, owns it or works on it, while it is open.",
        );
      }
      const { labels } = await tx.ticket.findUniqueOrThrow({
        where: { id: ticket.id },
        select: { labels: true },
      });
      const changes = changesOf(wanted, labels);
      if (changes.labels && changes.labels.length > mostLabels)
        return refuse("invalid", tooManyLabels(changes.labels.length));
      const done_ = await changeFields(tx, actor, ticket, { ...changes, version });
      if (!done_.ok) return done_;
      changed.push(...done_.value.changed);
    }
    if (!wanted.move) return done({ changed });
    const held = changed.length > 0 ? await holdTicket(tx, actor, number) : ticket;
    if (!held) return notFound("ticket");
    const moved = await moveHeldTicket(tx, actor, held, { move: wanted.move, reason: wanted.reason });
    return moved.ok ? done({ changed: [...changed, "the status"] }) : moved;
  });
}

function hasFields({ ownerIds, dueOn, noDate, priority, addLabels, removeLabels }: Wanted): boolean {
  return Boolean(ownerIds || dueOn || noDate || priority || addLabels.length > 0 || removeLabels.length > 0);
}

function changesOf(wanted: Wanted, labels: readonly string[]): FieldChanges {
  const { ownerIds, dueOn, noDate, priority, addLabels, removeLabels } = wanted;
  return {
    ...(ownerIds && { owner: ownerIds }),
    ...(noDate ? { dueOn: null } : dueOn && { dueOn }),
    ...(priority && { priority }),
    ...((addLabels.length > 0 || removeLabels.length > 0) && {
      labels: changedLabels(labels, { add: addLabels, remove: removeLabels }),
    }),
  };
}
