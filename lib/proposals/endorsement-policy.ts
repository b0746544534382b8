import { done, type Result, refuse } from "../result";
import { type Actor, isDirector, isPerson } from "../workflow/actor";
import { isRequester, mayRead, writes } from "./policy";

export type EndorsementPart = "sponsor" | "endorser";
export type EndorsementStatus = "asked" | "confirmed" | "declined" | "withdrawn";

/** What about a proposal decides who may stand behind it. */
export interface Supported {
  status: string;
  visibility: "public" | "executive";
  authorId: number;
  coAuthorIds: readonly number[];
  sigId: number | null;
  imported: boolean;
}

type Person = Extract<Actor, { kind: "person" }>;

/** While others can read it, and the board has not decided: then its support is part of the record. */
const openTo = ["discussion", "scheduled", "under_review"];

/** Those who write it ask; for an imported thread, the officers do too. */
export function mayAskForSupport(actor: Actor, proposal: Supported): boolean {
  return writes(actor, proposal) || isRequester(actor, proposal);
}

/** Why nobody can be asked or confirm now; undefined where they can. */
export function whyNoSupport(proposal: { status: string }): string | undefined {
  if (openTo.includes(proposal.status)) return undefined;
  return proposal.status === "draft"
    ? "Publish it first: nobody can stand behind what they cannot read."
    : "The board has decided on this proposal; who stood behind it stays as it was.";
}

/** Whether a person may be its sponsor or endorse it, and if not, why (DOMAIN 6). */
export function mayBe(part: EndorsementPart, person: Person, proposal: Supported): Result<null> {
  if (writes(person, proposal)) {
    return refuse("refused", `${person.name} writes this proposal: somebody else has to stand behind it.`);
  }
  if (!mayRead(person, proposal)) {
    return refuse("refused", `${person.name} cannot read this proposal, and so cannot stand behind it.`);
  }
  if (isDirector(person) || isChairFor(part, person, proposal.sigId)) return done(null);
  const who =
    part === "sponsor"
      ? "a sponsor is a director, or the chair of another SIG"
      : "directors and the chairs of SIGs endorse";
  const verb = part === "sponsor" ? "sponsor" : "endorse";
  return refuse("refused", `${person.name} cannot ${verb} it: ${who}.`);
}

/** The chair of the proposal's own SIG may say that it is good; somebody from outside has to bring it to the board. */
function isChairFor(part: EndorsementPart, person: Person, sigId: number | null): boolean {
  return person.roles.some(
    ({ role, bodyId }) => role === "sig_chair" && (part === "endorser" || bodyId !== sigId),
  );
}

/** What about an endorsement decides who may do what with it. */
export interface EndorsementParties {
  personId: number;
  askedById: number;
  proposal: Supported;
}

export function isAsked(actor: Actor, { personId }: EndorsementParties): boolean {
  return isPerson(actor, personId);
}

/** Whoever asked, and those who write the proposal. */
export function mayTakeBack(actor: Actor, { askedById, proposal }: EndorsementParties): boolean {
  return isPerson(actor, askedById) || mayAskForSupport(actor, proposal);
}
