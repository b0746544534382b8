import { type Actor, holds } from "../workflow/actor";
import { isOperatorOf } from "./policy";

/** The inventory is kept by those who have the machines in their hands. Only they see how to reach a controller. */
export function mayKeepHosts(actor: Actor, region: { operatorsId: number }): boolean {
  return isOperatorOf(actor, region) || holds(actor, "infra");
}
