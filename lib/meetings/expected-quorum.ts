import { neededFor } from "./quorum";

/** A seated director, and what they said ahead of the meeting; null where they said nothing. */
export interface Seat {
  handle: string;
  name: string;
  answer: "attends" | "regrets" | null;
}

export interface ExpectedQuorum {
  seated: number;
  needed: number;
  attending: number;
  /** Sure when enough mean to come; lost when too many have sent regrets; open between. */
  outlook: "sure" | "open" | "lost";
  /** Names of those who have not said anything. */
  silent: string[];
  regrets: string[];
}

/** Whether a majority of the seated directors means to come (DOMAIN 5, "quorum"). */
export function expectedQuorum(seats: readonly Seat[]): ExpectedQuorum {
  const namesOf = (answer: Seat["answer"]) =>
    seats.filter((seat) => seat.answer === answer).map(({ name }) => name);
  const needed = neededFor(seats.length);
  const attending = namesOf("attends").length;
  const [silent, regrets] = [namesOf(null), namesOf("regrets")];
  const canStill = attending + silent.length >= needed;
  return {
    seated: seats.length,
    needed,
    attending,
    outlook: attending >= needed ? "sure" : canStill ? "open" : "lost",
    silent,
    regrets,
  };
}

/** "4 of 6 directors mean to come; 4 are needed. No word yet from Pavel and Keiko." */
export function expectedQuorumSentence(quorum: ExpectedQuorum): string {
  const { seated, needed, attending, outlook, silent, regrets } = quorum;
  if (seated === 0) return "Nobody sits on the board, so there is no quorum to expect.";
  const comes = `${attending} of ${seated} directors ${attending === 1 ? "means" : "mean"} to come; ${needed} are needed.`;
  const lost = outlook === "lost" ? " Without a change of mind there will be no quorum." : "";
  const away = regrets.length > 0 ? ` Regrets: ${listed(regrets)}.` : "";
  const unknown = silent.length > 0 ? ` No word yet from ${listed(silent)}.` : "";
  return comes + lost + away + unknown;
}

const list = new Intl.ListFormat("en-GB", { type: "conjunction" });

function listed(names: readonly string[]): string {
  return list.format(names);
}
