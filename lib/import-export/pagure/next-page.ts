import { z } from "zod";

const paged = z.object({ pagination: z.object({ next: z.string().nullish() }) });

/** The page that follows one of Pagure's API; only of the host that was asked, which alone gets the token. */
export function nextPage(json: unknown, from: string): string | undefined {
  const next = paged.safeParse(json).data?.pagination.next;
  if (!next || !URL.canParse(next, from)) return undefined;
  const address = new URL(next, from);
  return address.origin === new URL(from).origin ? address.href : undefined;
}
