import { neededFor } from "../meetings/quorum";

/** What somebody says to a motion. Taken back is as if nothing had been said. */
export type PositionValue = "for" | "aside" | "against" | "abstain" | "recuse" | "withdrawn";

/** A seat of the board, as the ballot froze it. */
export interface Voter {
  personId: number;
  name: string;
  isLiaison: boolean;
  /** Has left the board since: what they said stays, and nothing is awaited of them. */
  hasLeft: boolean;
}

export interface Standing {
  personId: number;
  value: PositionValue;
  reason: string;
}

/** Where the seats stand now; names in alphabetical order, whoever spoke first. */
export interface Tally {
  for: number;
  aside: number;
  against: { name: string; reason: string }[];
  abstain: number;
  recused: number;
  /** Of whom a position is still awaited. */
  notVoted: string[];
  /** Seats that count: those of the recused do not. */
  seats: number;
  /** A majority of them. */
  quorum: number;
  /** How many of them are there: present, in a meeting; with a position, outside of one. */
  attending: number;
  /** Of so many the majority or the two thirds are counted. */
  counted: number;
}

/**
 * Counts the binding positions, each seat's last one. Who recuses themself leaves the seats and the quorum; who abstains
 * counts for the quorum and leaves the votes; who stands aside stays in both, without holding anything up.
 */
export function tallyOf(
  voters: readonly Voter[],
  positions: readonly Standing[],
  present: readonly number[] | null,
): Tally {
  const said = new Map(positions.map((position) => [position.personId, position]));
  const byName = [...voters].sort((a, b) => compare(a.name, b.name) || a.personId - b.personId);
  const saidBy = ({ personId }: Voter) => said.get(personId)?.value ?? "withdrawn";
  const those = (...values: PositionValue[]) => byName.filter((voter) => values.includes(saidBy(voter)));
  const isThere = (voter: Voter) => present === null || present.includes(voter.personId);
  const recused = those("recuse").length;
  const seats = voters.length - recused;
  const silent = those("withdrawn");
  const silentThere = present === null ? [] : silent.filter((voter) => isThere(voter) && !voter.hasLeft);
  const inVotes = those("for", "aside", "against");
  return {
    for: those("for").length,
    aside: those("aside").length,
    against: those("against").map(({ name, personId }) => ({
      name,
      reason: said.get(personId)?.reason ?? "",
    })),
    abstain: those("abstain").length,
    recused,
    notVoted: silent.filter((voter) => isThere(voter) && !voter.hasLeft).map(({ name }) => name),
    seats,
    quorum: neededFor(seats),
    attending:
      present === null
        ? those("for", "aside", "against", "abstain").length
        : byName.filter((voter) => isThere(voter) && saidBy(voter) !== "recuse").length,
    counted: inVotes.length + silentThere.length,
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** "4 for, 1 stands aside, 1 against, 2 abstain, 1 recused." */
export function tallyWords(tally: Tally): string {
  const { aside, against, abstain, recused } = tally;
  const parts = [
    `${tally.for} for`,
    aside > 0 && `${aside} ${aside === 1 ? "stands" : "stand"} aside`,
    `${against.length === 0 ? "none" : against.length} against`,
    abstain > 0 && `${abstain} ${abstain === 1 ? "abstains" : "abstain"}`,
    recused > 0 && `${recused} recused`,
  ];
  return parts.filter(Boolean).join(", ");
}
