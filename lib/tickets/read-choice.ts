import { type Destination, destinations } from "./policy";
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
