import type { TicketFacts } from "../../../lib/tickets/policy";
import type { Actor, Role } from "../../../lib/workflow/actor";

export const boardBody = 1;
export const infraBody = 2;
export const sigBody = 3;

export function person(personId: number, role?: Role, bodyId = boardBody): Actor {
  const roles = role ? [{ role, bodyId }] : [];
  return {
    kind: "person",
    personId,
    handle: `p${personId}`,
    name: `Person ${personId}`,
    timeZone: "UTC",
    roles,
  };
}

export const people = {
  requester: person(10),
  proposer: person(11),
  owner: person(12),
  stranger: person(13),
  infra: person(14, "infra", infraBody),
  sigMember: person(15, "sig_member", sigBody),
  chair: person(16, "chair"),
  secretary: person(17, "secretary"),
  director: person(18, "director"),
  public: { kind: "public" },
} satisfies Record<string, Actor>;
export type Who = keyof typeof people;

/** A ticket with nothing in its way: of the requester, owned by one person, for the infra team. */
export function ticketFacts(changes: Partial<TicketFacts> = {}): TicketFacts {
  return {
    status: "draft",
    destination: "infra",
    boardGated: false,
    gate: "open",
    requesterId: 10,
    proposalRequesterId: 11,
    ownerPersonId: 12,
    ownerBodyId: null,
    hasDetailsValid: true,
    proposalStatus: "splitting",
    ...changes,
  };
}
