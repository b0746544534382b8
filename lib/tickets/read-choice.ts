import { type Destination, destinations, type TicketStatus, ticketStatuses } from "./policy";
import type { TicketFilter } from "./queries";
import { requestTypeKeys } from "./request-types/catalogue";

export type Search = Record<string, string | string[] | undefined>;

/** Where a ticket goes, as an address says it; what makes no sense falls back to what was proposed. */
export function readChoice(
  search: Search,
  proposed: { destination: Destination; requestType?: string },
): { destination: Destination; requestType: string } {
  const destination = destinations.find((each) => each === search.to) ?? proposed.destination;
  const requestType =
    requestTypeKeys.find((each) => each === search.type) ?? proposed.requestType ?? "general";
  return { destination, requestType };
}

/** The filters of the list of tickets, as its address says them; what makes no sense is left out. */
export function readTicketFilter(search: Search): TicketFilter & { cursor?: string } {
  const status = ticketStatuses.find((each): each is TicketStatus => each === search.status);
  const destination = destinations.find((each) => each === search.destination);
  const q = typeof search.q === "string" ? search.q.trim().slice(0, 200) : "";
  return {
    ...(status && { status }),
    ...(destination && { destination }),
    ...(search.owner === "me" && { owner: "me" as const }),
    ...(q && { q }),
    ...(typeof search.cursor === "string" && { cursor: search.cursor }),
  };
}

/** The address of a list of tickets with these filters. */
export function ticketsAddress({ cursor, ...filter }: TicketFilter & { cursor?: string }): string {
  const query = new URLSearchParams({ ...filter, ...(cursor && { cursor }) }).toString();
  return query ? `/tickets?${query}` : "/tickets";
}
