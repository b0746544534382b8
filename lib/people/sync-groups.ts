import type { Tx } from "../db/transaction";
import type { Actor } from "../workflow/actor";
import { record } from "../workflow/events";
import type { RoleByGroup } from "./group-rules";
import { beginRole, finishRole, type HeldPerson } from "./held-person";

/**
 * Gives what somebody's groups give, and ends what groups gave before and give no more. Roles that somebody was given
 * here by hand stay as they are. The caller holds the person.
 */
export async function syncGroups(
  tx: Tx,
  actor: Actor,
  person: Pick<HeldPerson, "id" | "handle" | "name">,
  wanted: readonly RoleByGroup[],
): Promise<void> {
  const held = await tx.roleGrant.findMany({
    where: { personId: person.id, until: null },
    select: { role: true, group: true, body: { select: { id: true, handle: true, name: true } } },
  });
  const isHeld = ({ role, body }: RoleByGroup) =>
    held.some((grant) => grant.role === role && grant.body.handle === body);
  const isWanted = (grant: (typeof held)[number]) =>
    wanted.some(({ role, body }) => role === grant.role && body === grant.body.handle);
  for (const grant of held) {
    if (grant.group === null || isWanted(grant)) continue;
    const { role, body, group } = grant;
    await finishRole(tx, actor, { person, role, body, group, reason: `No longer in the group ${group}` });
  }
  for (const each of wanted) {
    if (isHeld(each)) continue;
    const body = await bodyFor(tx, actor, each.body);
    await beginRole(tx, actor, { person, role: each.role, body, group: each.group });
  }
}

const kinds = { board: "board", infra: "infra", operators: "operators" } as const;
const names = { board: "Board", infra: "Infra team", operators: "Region operators" } as const;

/** The body of that handle. One that nobody has seen yet is made: a SIG's, unless its name says that it is none. */
async function bodyFor(tx: Tx, actor: Actor, handle: string) {
  const select = { id: true, handle: true, name: true } as const;
  const known = await tx.body.findUnique({ where: { handle }, select });
  if (known) return known;
  const isNamed = handle in kinds;
  const key = handle as keyof typeof kinds; // looked up on the line before
  const kind = isNamed ? kinds[key] : "sig";
  const name = isNamed ? names[key] : sigName(handle);
  // Two who come in at the same moment: the second finds what the first made.
  await tx.body.createMany({ data: [{ handle, name, kind }], skipDuplicates: true });
  const made = await tx.body.findUniqueOrThrow({ where: { handle }, select });
  await record(tx, actor, {
    type: "body.added",
    subject: "body",
    subjectId: made.id,
    data: { name, sig: handle },
  });
  return made;
}

/** `sig-cloud-images` is called "Cloud images SIG" until somebody says better. */
function sigName(handle: string): string {
  const words = handle.replace(/^sig-/, "").replaceAll(/[-_.]+/g, " ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} SIG`;
}
