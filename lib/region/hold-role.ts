import { now } from "../clock";
import type { Tx } from "../db/transaction";
import { done, type Result, refuse } from "../result";
import type { Actor } from "../workflow/actor";
import { record } from "../workflow/events";
import type { HeldHolder, HeldRole } from "./held-role";

interface Holder {
  id: number;
  name: string;
}

/** The person that a text names; they must have an account of their own. */
export async function findHolder(tx: Tx, text: string): Promise<Result<Holder>> {
  const person = await tx.person.findFirst({
    where: { handle: text.replace(/^@/, ""), disabledAt: null, isPlaceholder: false },
    select: { id: true, name: true },
  });
  if (person) return done(person);
  const message = `Nobody here is called “${text}”. Give a person such as @ada.`;
  return refuse("invalid", message, [{ path: "person", message }]);
}

interface Beginning {
  role: HeldRole;
  person: Holder;
  note: string;
  from: Holder | null;
}

/** Twice at once: the unique index lets one through. */
export async function startHolding(
  tx: Tx,
  actor: Actor,
  { role, person, note, from }: Beginning,
): Promise<void> {
  const { id } = await tx.regionRoleHolder.create({
    data: { roleId: role.id, personId: person.id, since: now(), note, fromId: from?.id ?? null },
    select: { id: true },
  });
  await record(tx, actor, {
    type: from ? "region_role.handed_over" : "region_role.taken",
    subject: "region_role_holder",
    subjectId: id,
    regionId: role.region.id,
    data: {
      role: role.name,
      personId: person.id,
      person: person.name,
      ...(from && { fromId: from.id, from: from.name }),
      ...(note && { note }),
    },
  });
}

/** Ends somebody's hold of a role; access ends with it. The caller records why. */
export async function stopHolding(tx: Tx, { id }: HeldHolder): Promise<void> {
  await tx.regionRoleHolder.update({ where: { id }, data: { until: now() } });
}
