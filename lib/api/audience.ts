import { keysOf } from "../keys-of";
/**
 * The columns of docs/permissions.md: the roles of DOMAIN 6, and what somebody is to the thing at hand. The tests send one
 * person of each to try every operation.
 */
export const whoTries = {
  anyone: "Anyone",
  contributor: "Contributor",
  requester: "Requester",
  coAuthor: "Co-author",
  sponsor: "Sponsor",
  sigMember: "SIG member",
  sigChair: "SIG chair",
  director: "Director",
  secretary: "Secretary",
  chair: "Chair",
  liaison: "Liaison",
  architect: "Architect",
  infra: "Infra team",
  operator: "Operator",
  admin: "Admin",
} as const;

export type Who = keyof typeof whoTries;

/**
 * Who may do something, as it is promised. The decision is a policy's, next to the data (lib/<domain>/policy.ts); the
 * tests in tests/integration/permissions hold that both say the same. A new operation names one of those in
 * audiences.ts, or puts several together with `either`, and gets a case in tests/integration/permissions/cases, which
 * tests/architecture/permission-cases.test.ts asks for.
 */
export interface Audience {
  /** Reads on after “Who may: ”. */
  says: string;
  /** Those who may by what they are. */
  may: readonly Who[];
  /** Those who may where the thing is theirs, or in the case that `says` names. */
  own: readonly Who[];
  /** Those who may not, whatever else they are: “for what they gave themselves”. */
  never?: string;
}

/** In the order of the columns. */
export const everybody = keysOf(whoTries);

/** Everybody with an account. */
export const people: readonly Who[] = everybody.filter((who) => who !== "anyone");

/** Somebody whom the thing itself names, whatever else they are: `own("who wrote it")`. */
export function own(says: string, of: readonly Who[] = people): Audience {
  return { says, may: [], own: of };
}

/** All of two or more. */
export function either(...audiences: readonly Audience[]): Audience {
  const may = new Set(audiences.flatMap((each) => each.may));
  const own = new Set(audiences.flatMap((each) => each.own).filter((who) => !may.has(who)));
  const says = audiences.map((each, place) =>
    place === audiences.length - 1 ? `or ${each.says}` : each.says,
  );
  return { says: says.join(", "), may: inOrder(may), own: inOrder(own) };
}

/** The same, but for some of them in one case: `butNever(operators, "for what they gave themselves")`. */
export function butNever(audience: Audience, never: string): Audience {
  return { ...audience, says: `${audience.says}; never ${never}`, never };
}

/** A deed whose path ends in the name of a move: who may, for each of them. */
export type ByMove = Readonly<Record<string, Audience>>;

export function isByMove(who: Audience | ByMove): who is ByMove {
  return !("says" in who && typeof who.says === "string");
}

/** Whether somebody who is not signed in may. */
export function isForEveryone(who: Audience | ByMove): boolean {
  return !isByMove(who) && who.may.includes("anyone");
}

/** In words, for the readable page and OpenAPI. */
export function saysWho(who: Audience | ByMove): string {
  if (!isByMove(who)) return who.says;
  return Object.entries(who)
    .map(([move, { says }]) => `${move}: ${says}`)
    .join("; ");
}

function inOrder(some: ReadonlySet<Who>): Who[] {
  return everybody.filter((who) => some.has(who));
}
