import { transact } from "../../db/transaction";
import { done, type Result } from "../../result";
import type { Actor } from "../../workflow/actor";
import { reassignTicketsOfLeft } from "../reassign";

const portal: Actor = { kind: "system", name: "the portal" };

/** Every hour: tickets of people who have left go to the body that sees to them, whoever let them go. */
export async function reassignLeft(): Promise<Result<{ tickets: number }>> {
  return transact(async (tx) => done({ tickets: await reassignTicketsOfLeft(tx, portal) }));
}
