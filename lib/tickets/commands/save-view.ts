import type { z } from "zod";
import { now } from "../../clock";
import { transact } from "../../db/transaction";
import { done, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { listHref, readTicketAddress } from "../list-filter";
import type { saveViewInput } from "../work-schema";

const mostViews = 30;

/** Keeps a list's filters under a name, for its person only; the same name again takes its place. */
export async function saveView(
  actor: Actor,
  input: z.output<typeof saveViewInput>,
): Promise<Result<{ href: string }>> {
  if (actor.kind !== "person") return refuse("signed_out", "Sign in to keep a view of the list.");
  const { personId } = actor;
  const { cursor: _, ...address } = readTicketAddress(Object.fromEntries(new URLSearchParams(input.query)));
  const href = listHref(address);
  const query = href.split("?")[1] ?? "";
  return transact(async (tx) => {
    const { name } = input;
    const others = await tx.ticketView.count({ where: { personId, name: { not: name } } });
    if (others >= mostViews) {
      return refuse("refused", `You have ${mostViews} views already; take one away first.`);
    }
    await tx.ticketView.upsert({
      where: { personId_name: { personId, name } },
      create: { personId, name, query, createdAt: now() },
      update: { query },
    });
    return done({ href });
  });
}
