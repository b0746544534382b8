import { isoDate } from "../calendar-date";
import { neededFor } from "../meetings/quorum";
import type { Role } from "../workflow/actor";

/** A role that somebody holds or held in a body. */
export interface Seat {
  person: { handle: string; name: string; pronouns: string };
  role: Role;
  since: Date;
  until: Date | null;
  /** The last day of the term that is planned, where one is. */
  termEnds: string | null;
}

/** Officers first, then who votes, then the others. */
const order: readonly Role[] = [
  "chair",
  "secretary",
  "liaison",
  "community_architect",
  "sig_chair",
  "director",
  "infra",
  "operator",
  "sig_member",
  "admin",
];

/** Who votes bindingly in the board (DOMAIN 5). */
const voting: readonly Role[] = ["director", "chair", "liaison"];

export function isVoting({ role }: Pick<Seat, "role">): boolean {
  return voting.includes(role);
}

/** The instant at which a day's composition is told: its end in UTC, or now where it is not over. */
export function instantOf(day: string, now: Date): Date {
  const end = new Date(`${day}T23:59:59.999Z`);
  return end > now ? now : end;
}

/** Who holds which role at an instant, officers first. */
export function seatsAt(seats: readonly Seat[], at: Date): Seat[] {
  return seats
    .filter(({ since, until }) => since <= at && (until === null || until > at))
    .sort(
      (a, b) => order.indexOf(a.role) - order.indexOf(b.role) || a.person.name.localeCompare(b.person.name),
    );
}

/** How many seats vote at an instant, and how many of them are a quorum; a person has one vote, whatever they hold. */
export function quorumAt(seats: readonly Seat[], at: Date): { seated: number; needed: number } {
  const voters = seatsAt(seats, at).filter(isVoting);
  const seated = new Set(voters.map(({ person }) => person.handle)).size;
  return { seated, needed: neededFor(seated) };
}

/** Each person with all that they held, in the order in which they came. */
export function byPerson(seats: readonly Seat[]): { person: Seat["person"]; seats: Seat[] }[] {
  const found = new Map<string, Seat[]>();
  const inTime = [...seats].sort((a, b) => a.since.getTime() - b.since.getTime());
  for (const seat of inTime) found.set(seat.person.handle, [...(found.get(seat.person.handle) ?? []), seat]);
  return [...found.values()].flatMap((held) => (held[0] ? [{ person: held[0].person, seats: held }] : []));
}

/** Roles that were held at the same time under each other, so that none hides another; one after the other in a line. */
export function lanesOf(inTime: readonly Seat[]): Seat[][] {
  const lanes: Seat[][] = [];
  for (const seat of inTime) {
    const free = lanes.find((lane) => lane.every(({ until }) => until !== null && until <= seat.since));
    if (free) free.push(seat);
    else lanes.push([seat]);
  }
  return lanes;
}

/** What a planned end says at a day: nothing, when it comes, or that it has passed and the role goes on. */
export function termState(
  { termEnds, until }: Pick<Seat, "termEnds" | "until">,
  now: Date,
): "none" | "planned" | "over" {
  if (termEnds === null || until !== null) return "none";
  return termEnds < isoDate(now) ? "over" : "planned";
}
