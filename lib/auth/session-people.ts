import { processWide } from "../process-wide";

// Whose session is whose, as far as this process has seen: the server counts requests by person before anybody asks the
// database who that is.
const people = processWide("session-people", () => new Map<string, number>());
const most = 5_000;

/** The person of a session that was seen before. It says nothing about whether the session still holds. */
export function personLastSeenIn(sessionId: string): number | undefined {
  return people.get(sessionId);
}

export function rememberPerson(sessionId: string, personId: number): void {
  if (people.get(sessionId) === personId) return;
  const oldest = people.keys().next();
  if (people.size >= most && !oldest.done) people.delete(oldest.value);
  people.set(sessionId, personId);
}
