import { type Actor, holds, isMemberOf } from "../workflow/actor";
import { isOperatorOf } from "./policy";

/** Whose a workload is, and who operates the region that it runs on. */
export interface WorkloadPlace {
  sigId: number;
  operatorsId: number;
}

/** A workload is its SIG's: the chair and the members say what they run. */
export function mayAddWorkload(actor: Actor, { sigId }: Pick<WorkloadPlace, "sigId">): boolean {
  return holds(actor, "sig_chair", "sig_member") && isMemberOf(actor, sigId);
}

/** Kept in order by its SIG, and by the operators, who see what really runs. */
export function mayKeepWorkload(actor: Actor, place: WorkloadPlace): boolean {
  return mayAddWorkload(actor, place) || isOperatorOf(actor, place);
}
