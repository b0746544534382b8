import { keysOf } from "@/lib/keys-of";
import { entriesOf, type Facts, type Machine } from "../../../lib/workflow/machine";

/** Statuses that no chain of moves leads to from the first one. */
export function unreachable<Status extends string, F extends Facts<Status>, Name extends string>(
  machine: Machine<Status, F, Name>,
): Status[] {
  const reached = new Set<Status>([machine.initial]);
  const moves = entriesOf(machine).map(([, move]) => move);
  for (let grew = true; grew; ) {
    const next = moves.filter((move) => !reached.has(move.to) && move.from.some((from) => reached.has(from)));
    for (const move of next) reached.add(move.to);
    grew = next.length > 0;
  }
  return statusesOf(machine).filter((status) => !reached.has(status));
}

/** Statuses that no move leaves: they should be exactly the ends that the domain names. */
export function deadEnds<Status extends string, F extends Facts<Status>, Name extends string>(
  machine: Machine<Status, F, Name>,
): Status[] {
  const left = new Set(entriesOf(machine).flatMap(([, move]) => move.from));
  return statusesOf(machine).filter((status) => !left.has(status));
}

/** Event types that do not read "noun.past" with the machine's own noun. */
export function oddEventNames<Status extends string, F extends Facts<Status>, Name extends string>(
  machine: Machine<Status, F, Name>,
): string[] {
  return entriesOf(machine)
    .map(([, move]) => move.records)
    .filter((type) => !new RegExp(`^${machine.subject}\\.[a-z]+(_[a-z]+)*$`).test(type));
}

function statusesOf<Status extends string, F extends Facts<Status>, Name extends string>(
  machine: Machine<Status, F, Name>,
): Status[] {
  return keysOf(machine.statuses);
}
