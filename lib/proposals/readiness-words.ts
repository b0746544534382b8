const most = 5;

/** "Ada", "Ada and Bea", "Ada, Bea and 3 more": names or numbers, no more than so many of them. */
export function listed(names: readonly (string | number)[], mostNamed = most): string {
  const shown = names.length > mostNamed ? names.slice(0, mostNamed) : names;
  const rest = names.length - shown.length;
  const words = [...shown.map(String), ...(rest > 0 ? [`${rest} more`] : [])];
  const last = words.at(-1) ?? "";
  return words.length > 1 ? `${words.slice(0, -1).join(", ")} and ${last}` : last;
}

/** "ask 3", "asks 1 and 4". */
export function numbered(thing: string, numbers: readonly number[]): string {
  return `${numbers.length === 1 ? thing : `${thing}s`} ${listed(numbers)}`;
}
