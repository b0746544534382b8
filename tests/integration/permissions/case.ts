import type { Answered } from "../../factories/api";
import type { Cast } from "../../factories/cast";
import type { Person } from "../../factories/people";

/** One call that an operation is to carry out for those who may. */
export interface Attempt {
  /** What stands in the braces of the path. A move fills its own place. */
  at?: Record<string, string | number>;
  query?: Record<string, string>;
  /** The same for all, or what this caller has to say. */
  body?: object | ((caller?: Person) => object);
  /** Whose the thing is: tried too. Of a list of one's own, this one has something on it. */
  by?: Person;
}

export type Ready = (cast: Cast) => Promise<Attempt>;

/** How an operation is tried. */
export interface Trial {
  /** Makes a fresh thing. */
  ready: Ready;
  /** Whether one thing serves everybody, because doing it once leaves it as it can be done again. */
  again?: boolean;
  /** The thing that is somebody's own, where `ready` makes another; or one for each way in which it may be. */
  own?: Ready | readonly Ready[];
  /** Whether it is nobody's but `by`'s: others are answered as if it was not there, and do nothing to it. */
  isPrivate?: boolean;
  /** The thing with which `by` may not, whatever else they are. */
  never?: Ready;
  /** Where an answer of several parts says of each whether it was done: that none was. */
  isTurnedDown?: (body: Answered["body"]) => boolean;
}

/** A function alone makes a fresh thing each time that somebody may use it up. */
export type Case = Ready | Trial;

/** By the operation's route; where its path ends in a move, by route and move: `POST /tickets/{number}/{move} file`. */
export type Cases = Readonly<Record<string, Case>>;
