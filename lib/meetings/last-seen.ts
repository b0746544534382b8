/** The event after which a stream goes on: a browser that comes back says it in a header, one that begins in the address. */
export function lastSeen(header: string | null | undefined, query: string | null): number {
  const said = header || query || "";
  return /^\d{1,9}$/.test(said) ? Number(said) : 0;
}
