import { z } from "zod";
import { onSameHost } from "../tracker-address";

const paged = z.object({ pagination: z.object({ next: z.string().nullish() }) });

/** The page that follows one of Pagure's API. */
export function nextPage(json: unknown, from: string): string | undefined {
  return onSameHost(paged.safeParse(json).data?.pagination.next, from);
}
