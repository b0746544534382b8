import { done, type Refusal, type Result, refuse } from "../result";
import type { Actor } from "./actor";

/** What is known about the thing when a move is weighed. A domain's facts extend it. */
export interface Facts<Status extends string> {
  status: Status;
}

/** Who may make a move: the words stand in the diagrams and in the refusal. */
export interface By<F> {
  who: string;
  may(actor: Actor, facts: F): boolean;
}

/** A reason why a move is refused now, in one sentence; undefined where nothing stands in its way. */
export type Unless<F> = (facts: F) => string | undefined;

export interface Move<Status extends string, F> {
  /** The button's words, sentence case. */
  label: string;
  from: readonly Status[];
  to: Status;
  by: By<F>;
  unless?: readonly Unless<F>[];
  /** Type of the event that the move writes: noun.past. */
  records: string;
  /** What the move asks for, shown beside it. */
  needs?: string;
}

export interface Machine<Status extends string, F extends Facts<Status>, Name extends string = string> {
  /** The event's subject, and the name in diagrams. */
  subject: string;
  initial: Status;
  /** Every status with its words, in the order of the journey. */
  statuses: Readonly<Record<Status, string>>;
  moves: Readonly<Record<Name, Move<Status, F>>>;
}

/** A move that was weighed and allowed; `applyStep` writes it. */
export interface Step<Status extends string = string> {
  subject: string;
  move: string;
  from: Status;
  to: Status;
  records: string;
  actor: Actor;
}

export function defineMachine<Status extends string, F extends Facts<Status>, Name extends string>(
  machine: Machine<Status, F, Name>,
): Machine<Status, F, Name> {
  return machine;
}

/** Weighs one move. Pure: the same facts give the same answer, and nothing is written (promise 1). */
export function decide<Status extends string, F extends Facts<Status>, Name extends string>(
  machine: Machine<Status, F, Name>,
  name: Name,
  actor: Actor,
  facts: F,
): Result<Step<Status>> {
  const move = machine.moves[name];
  const refusal = refusalOf(machine, move, actor, facts);
  if (refusal) return { ok: false, refusal };
  return done({
    subject: machine.subject,
    move: name,
    from: facts.status,
    to: move.to,
    records: move.records,
    actor,
  });
}

export interface AllowedMove {
  name: string;
  label: string;
  needs?: string;
  /** Why it cannot be made yet; absent when it can. */
  refusal?: string;
}

/** The moves that this actor is the right person for in this status: the buttons, and the API's `allowedMoves`. */
export function allowedMoves<Status extends string, F extends Facts<Status>, Name extends string>(
  machine: Machine<Status, F, Name>,
  actor: Actor,
  facts: F,
): AllowedMove[] {
  return entriesOf(machine)
    .filter(([, move]) => move.from.includes(facts.status) && move.by.may(actor, facts))
    .map(([name, move]) => {
      const refusal = refusalOf(machine, move, actor, facts)?.message;
      return {
        name,
        label: move.label,
        ...(move.needs && { needs: move.needs }),
        ...(refusal && { refusal }),
      };
    });
}

export function entriesOf<Status extends string, F extends Facts<Status>, Name extends string>(
  machine: Machine<Status, F, Name>,
): [Name, Move<Status, F>][] {
  return Object.entries(machine.moves) as [Name, Move<Status, F>][]; // Object.entries forgets the key's type
}

function refusalOf<Status extends string, F extends Facts<Status>, Name extends string>(
  machine: Machine<Status, F, Name>,
  move: Move<Status, F>,
  actor: Actor,
  facts: F,
): Refusal | undefined {
  const thing = machine.subject.replaceAll("_", " ");
  if (!move.by.may(actor, facts)) {
    return refuse("forbidden", `“${move.label}” is for ${move.by.who}.`).refusal;
  }
  if (!move.from.includes(facts.status)) {
    const here = machine.statuses[facts.status].toLowerCase();
    const wanted = move.from.map((status) => machine.statuses[status].toLowerCase()).join(" or ");
    return refuse(
      "refused",
      `“${move.label}” is not possible: the ${thing} is ${here}, it would have to be ${wanted}.`,
    ).refusal;
  }
  for (const unless of move.unless ?? []) {
    const reason = unless(facts);
    if (reason) return refuse("refused", reason).refusal;
  }
  return undefined;
}
