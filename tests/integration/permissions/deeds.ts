import { type Audience, isByMove } from "@/lib/api/audience";
import type { Operation } from "@/lib/api/operation";
import { type Domain, domains } from "@/lib/api/registry";

export interface Deed {
  operation: Operation;
  audience: Audience;
  move?: string;
  /** As `Cases` names it. */
  name: string;
}

/** What can be done in a domain: an operation with a move in its path is a deed for each of its moves. */
export function deedsOf(domain: Domain): Deed[] {
  return domains[domain].flatMap((operation) => {
    const { method, path, who } = operation;
    const name = `${method} ${path}`;
    if (!isByMove(who)) return [{ operation, audience: who, name }];
    return Object.entries(who).map(([move, audience]) => ({
      ...{ operation, audience, move },
      name: `${name} ${move}`,
    }));
  });
}
