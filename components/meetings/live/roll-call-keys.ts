/**
 * One key for each person at the roll call: the first letter of a name that nobody has before them, of the first name
 * first; where all are taken, a digit, then any letter that is left. More than 36 people have none.
 */
export function rollCallKeys(people: readonly { handle: string; name: string }[]): Map<string, string> {
  const taken = new Set<string>();
  const keys = new Map<string, string>();
  for (const { handle, name } of people) {
    const key = [...lettersOf(name), ..."123456789", ..."abcdefghijklmnopqrstuvwxyz", "0"].find(
      (each) => !taken.has(each),
    );
    if (key === undefined) break;
    taken.add(key);
    keys.set(handle, key);
  }
  return keys;
}

function lettersOf(name: string): string[] {
  const plain = name.normalize("NFD").toLowerCase();
  const initials = plain.split(/[^\p{L}\p{M}]+/u).flatMap((word) => word.match(/^[a-z]/) ?? []);
  return [...initials, ...(plain.match(/[a-z]/g) ?? [])];
}
