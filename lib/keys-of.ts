/** The keys of a table that has at least one, by their own type, which Object.keys forgets. */
export function keysOf<Key extends string>(table: Readonly<Record<Key, unknown>>): [Key, ...Key[]] {
  return Object.keys(table) as [Key, ...Key[]]; // as said above
}
