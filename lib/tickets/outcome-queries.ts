import { z } from "zod";
import { db } from "../db/client";
import { type Actor, personIdOf } from "../workflow/actor";
import type { TicketOutcome } from "./commands/change-tickets";

const kept = z.object({
  outcomes: z.array(
    z.object({ number: z.number(), refusal: z.string().optional(), changed: z.array(z.string()) }),
  ),
});

/** What became of the tickets that this person changed at once; null where nothing is known of it any more (a week). */
export async function findOutcomes(actor: Actor, key: string): Promise<TicketOutcome[] | null> {
  const personId = personIdOf(actor);
  if (personId === null || !key.startsWith("change-tickets:")) return null;
  const row = await db.submission.findUnique({ where: { key }, select: { personId: true, outcome: true } });
  if (row?.personId !== personId) return null;
  const read = kept.safeParse(row.outcome);
  return read.success ? read.data.outcomes : null;
}
