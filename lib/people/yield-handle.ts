import type { Tx } from "../db/transaction";
import type { Actor } from "../workflow/actor";
import { record } from "../workflow/events";

/**
 * Lets a placeholder of an import make room for an account of its handle, under which somebody comes in: it is called
 * after its tracker from then on. Whether the two are the same is for a claim to say, not for a name.
 */
export async function yieldHandle(tx: Tx, actor: Actor, handle: string): Promise<void> {
  const placeholder = await tx.person.findFirst({
    where: { handle: { equals: handle, mode: "insensitive" }, isPlaceholder: true },
    select: { id: true, name: true, handle: true, identities: { select: { tracker: true }, take: 1 } },
  });
  if (!placeholder) return;
  const from = placeholder.handle;
  const to = await freeHandle(tx, `${from}-${placeholder.identities[0]?.tracker ?? "imported"}`);
  await tx.person.update({
    where: { id: placeholder.id },
    data: { handle: to, version: { increment: 1 } },
  });
  await record(tx, actor, {
    type: "person.handle_yielded",
    subject: "person",
    subjectId: placeholder.id,
    onBehalfOf: placeholder.name,
    data: { personId: placeholder.id, from, handle: to },
  });
}

async function freeHandle(tx: Tx, base: string): Promise<string> {
  const rows = await tx.person.findMany({
    where: { handle: { startsWith: base, mode: "insensitive" } },
    select: { handle: true },
  });
  const taken = new Set(rows.map(({ handle }) => handle.toLowerCase()));
  for (let count = 1; ; count += 1) {
    const wish = count === 1 ? base : `${base}-${count}`;
    if (!taken.has(wish.toLowerCase())) return wish;
  }
}
