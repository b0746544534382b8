import type { AgendaItemStatus } from "./machine";

/** The order of an agenda, as every query asks for it. */
export const itemOrder = [{ section: "asc" as const }, { position: "asc" as const }, { id: "asc" as const }];

interface Listed {
  id: number;
  status: AgendaItemStatus;
  executive: boolean;
}

/**
 * Where an agenda goes on after an item: to what is still planned below it, else to what was passed over above. The
 * executive session has its own items, and nobody else's come up in it.
 */
export function nextOf(items: readonly Listed[], from: number | null, inExecutive: boolean): number | null {
  const here = items.findIndex(({ id }) => id === from);
  const wanted = [...items.slice(here + 1), ...items.slice(0, here + 1)].filter(
    ({ status, executive }) => status === "planned" && executive === inExecutive,
  );
  return wanted[0]?.id ?? null;
}
