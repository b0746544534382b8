/**
 * What a table has under a word that somebody typed. `table[word]` alone would also find what every object inherits:
 * "constructor" is a function, and a page that shows it breaks.
 */
export function ownEntry<Value>(table: Readonly<Record<string, Value>>, word: string): Value | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}
