import { db } from "../db/client";
import { type Actor, personIdOf } from "../workflow/actor";

export interface SavedView {
  id: number;
  name: string;
  query: string;
}

/** One's own views of the list, by name. */
export async function listViews(actor: Actor): Promise<SavedView[]> {
  const personId = personIdOf(actor);
  if (personId === null) return [];
  return db.ticketView.findMany({
    where: { personId },
    orderBy: { name: "asc" },
    take: 30,
    select: { id: true, name: true, query: true },
  });
}
