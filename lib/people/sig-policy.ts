import { type Actor, holdsIn, isOfficer } from "../workflow/actor";

/** What a SIG is for is said by its chair; the officers may put it right. */
export function mayDescribeSig(actor: Actor, sig: { id: number }): boolean {
  return holdsIn(actor, sig.id, ["sig_chair"]) || isOfficer(actor);
}

/** Which director stands for a SIG in the board is the board's to say: its officers write it down. */
export function maySetSponsor(actor: Actor): boolean {
  return isOfficer(actor);
}
