import type { Calendar } from "./calendar";
import type { Cast } from "./people";

/** What every story knows: who plays, and when the board meets. */
export interface Stage extends Calendar {
  cast: Cast;
}

export type Player = Cast[keyof Cast];

/** A proposal of the story: its number is known once it was written. */
export interface Told {
  number: number;
}
