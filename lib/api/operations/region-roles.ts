import { z } from "zod";
import { addRegionRole } from "../../region/commands/add-region-role";
import { changeRegionRole } from "../../region/commands/change-region-role";
import { giveAccess } from "../../region/commands/give-access";
import { handOverRole } from "../../region/commands/hand-over-role";
import { layDownRole } from "../../region/commands/lay-down-role";
import { retireRegionRole } from "../../region/commands/retire-region-role";
import { takeAccess } from "../../region/commands/take-access";
import { takeRegionRole } from "../../region/commands/take-region-role";
import { findRegionRoles } from "../../region/role-queries";
import {
  addRegionRoleInput,
  changeRegionRoleInput,
  giveAccessInput,
  handOverRoleInput,
  layDownRoleInput,
  retireRegionRoleInput,
  takeRegionRoleInput,
} from "../../region/role-schema";
import { regionKey } from "../../region/schema";
import { regionRoles } from "../answers/region-work";
import { butNever, either, own } from "../audience";
import { everyone, officers, operators } from "../audiences";
import { deed, type Operation, read } from "../operation";

const one = z.object({ region: regionKey });
const keyed = { names: { key: "region" } };
const region = z.object({ region: z.string() });
const role = region.extend({ roleId: z.number() });

export const regionRoleOperations: readonly Operation[] = [
  read(
    "GET /regions/{key}/roles",
    "List the roles of a region, who holds them, and the gaps",
    everyone,
    one,
    (actor, { region: key }) => findRegionRoles(actor, key),
    regionRoles,
    keyed,
  ),
  deed(
    "POST /regions/{key}/roles",
    "Define a role",
    either(operators, officers),
    addRegionRoleInput,
    addRegionRole,
    role,
    { ...keyed, status: 201 },
  ),
  deed(
    "PUT /region-roles/{roleId}",
    "Change a role",
    either(operators, officers),
    changeRegionRoleInput,
    changeRegionRole,
    role,
  ),
  deed(
    "POST /region-roles/{roleId}/retire",
    "Retire a role",
    either(operators, officers),
    retireRegionRoleInput,
    retireRegionRole,
    role,
  ),
  deed(
    "POST /region-roles/{roleId}/holders",
    "Take a role, or give it to somebody",
    either(operators, officers),
    takeRegionRoleInput,
    takeRegionRole,
    role,
  ),
  deed(
    "POST /role-holders/{holderId}/hand-over",
    "Hand a role over",
    either(operators, officers, own("who holds it")),
    handOverRoleInput,
    handOverRole,
    role,
  ),
  deed(
    "POST /role-holders/{holderId}/lay-down",
    "Lay a role down",
    either(operators, officers, own("who holds it")),
    layDownRoleInput,
    layDownRole,
    role,
  ),
  deed(
    "POST /role-holders/{holderId}/access",
    "Give the access that goes with a role",
    butNever(operators, "to themselves"),
    giveAccessInput,
    giveAccess,
    role,
  ),
  deed(
    "POST /role-holders/{holderId}/access/take",
    "Take that access",
    operators,
    layDownRoleInput,
    takeAccess,
    role,
  ),
];
