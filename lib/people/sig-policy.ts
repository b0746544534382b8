import { type Actor, isOfficer } from "../workflow/actor";

/** What a SIG is for is said by its chair; the officers may put it right. */
export function mayDescribeSig(actor: Actor, sig: { id: number }): boolean {
  return isChairOf(actor, sig) || isOfficer(actor);
}

/** Which director stands for a SIG in the board is the board's to say: its officers write it down. */
export function maySetSponsor(actor: Actor): boolean {
  return isOfficer(actor);
}

function isChairOf(actor: Actor, { id }: { id: number }): boolean {
  return (
    actor.kind === "person" && actor.roles.some(({ role, bodyId }) => role === "sig_chair" && bodyId === id)
  );
}
