/** The page of what is talked about: a proposal's, or a ticket's. */
export function discussedHref({
  proposal,
  ticket,
}: {
  proposal?: number | null | undefined;
  ticket?: number | null | undefined;
}): string {
  return proposal == null ? `/tickets/${ticket ?? 0}` : `/proposals/${proposal}`;
}
