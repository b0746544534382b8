import { type Actor, holds, holdsIn, isPerson } from "../workflow/actor";
import { isOperatorOf } from "./policy";

/** Whose a workload is, and who operates the region that it runs on. A project's workload has no SIG. */
export interface WorkloadPlace {
  sigId: number | null;
  operatorsId: number;
  addedById?: number;
}

/** A SIG's workload is said by its chair and its members; that of another project by the region's operators. */
export function mayAddWorkload(actor: Actor, { sigId, operatorsId }: WorkloadPlace): boolean {
  if (sigId === null) return isOperatorOf(actor, { operatorsId });
  return holdsIn(actor, sigId, ["sig_chair", "sig_member"]);
}

/** Kept in order by its SIG or whoever brought the project, and by the operators, who see what really runs. */
export function mayKeepWorkload(actor: Actor, place: WorkloadPlace): boolean {
  return mayAddWorkload(actor, place) || isOperatorOf(actor, place) || isBringer(actor, place);
}

/** The steps of the onboarding are ticked by those who provide them. */
export function mayTickSteps(actor: Actor, place: Pick<WorkloadPlace, "operatorsId">): boolean {
  return isOperatorOf(actor, place) || holds(actor, "infra");
}

function isBringer(actor: Actor, { sigId, addedById }: WorkloadPlace): boolean {
  return sigId === null && isPerson(actor, addedById);
}
