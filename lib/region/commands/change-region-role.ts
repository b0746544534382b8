import type { z } from "zod";
import { type Tx, transact } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { applyStep } from "../../workflow/apply-step";
import { record } from "../../workflow/events";
import { decide } from "../../workflow/machine";
import { type HeldRole, holdRole } from "../held-role";
import { regionRoleMachine } from "../role-machine";
import { mayKeepRoles } from "../role-policy";
import type { changeRegionRoleInput } from "../role-schema";
import { notTheirs } from "./add-region-role";

type Input = z.output<typeof changeRegionRoleInput>;

/** Says what a role is for and what it does; one that waited for its definition is defined by that. */
export async function changeRegionRole(
  actor: Actor,
  input: Input,
): Promise<Result<{ region: string; roleId: number }>> {
  return transact(async (tx) => {
    const role = await holdRole(tx, input.roleId);
    if (!role) return notFound("role");
    if (!mayKeepRoles(actor, role.facts)) return notTheirs;
    if (role.facts.status === "retired")
      return refuse("refused", "This role is no longer needed; add a new one.");
    const saved =
      role.facts.status === "to_define" && input.purpose !== "" && input.duties !== ""
        ? await define(tx, actor, { role, input })
        : await save(tx, actor, { role, input });
    return saved.ok ? done({ region: role.region.key, roleId: role.id }) : saved;
  });
}

interface Change {
  role: HeldRole;
  input: Input;
}

function columnsOf({ name, purpose, duties, leastHolders, needsAccess }: Input) {
  return { name, purpose, duties, leastHolders, needsAccess };
}

async function define(tx: Tx, actor: Actor, { role, input }: Change): Promise<Result<null>> {
  const facts = { ...role.facts, purpose: input.purpose, duties: input.duties };
  const step = decide(regionRoleMachine, "define", actor, facts);
  if (!step.ok) return step;
  const moved = await applyStep(
    tx,
    step.value,
    { id: role.id, version: input.version },
    { regionId: role.region.id, set: columnsOf(input), data: { role: input.name } },
  );
  return moved.ok ? done(null) : moved;
}

async function save(tx: Tx, actor: Actor, { role, input }: Change): Promise<Result<null>> {
  if (role.facts.status === "defined" && (input.purpose === "" || input.duties === "")) return wouldUndefine;
  const { count } = await tx.regionRole.updateMany({
    where: { id: role.id, version: input.version },
    data: { ...columnsOf(input), version: { increment: 1 } },
  });
  if (count === 0) return changedMeanwhile;
  const before = { name: role.name, purpose: role.facts.purpose, duties: role.facts.duties };
  await record(tx, actor, {
    type: "region_role.changed",
    subject: "region_role",
    subjectId: role.id,
    regionId: role.region.id,
    data: { role: input.name, before },
  });
  return done(null);
}

const message = "A defined role says what it is for and what it does; leave neither empty.";
const wouldUndefine = refuse("invalid", message, [{ path: "purpose", message }]);
const changedMeanwhile = refuse(
  "conflict",
  "Somebody changed this role before you. Nothing was saved; look again, then decide.",
);
