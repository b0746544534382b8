import { type By, defineMachine, type Facts } from "../workflow/machine";
import { mayKeepRoles, type RolePlace } from "./role-policy";
import { roleMoveLabels, roleStatusLabels } from "./role-ui-text";

export type RegionRoleStatus = keyof typeof roleStatusLabels;

/** What a move of a region's role is weighed on. */
export interface RegionRoleFacts extends Facts<RegionRoleStatus>, RolePlace {
  purpose: string;
  duties: string;
  /** How many hold it today. */
  holders: number;
}

const keepers: By<RegionRoleFacts> = {
  who: "the region’s operators, the chair and the secretary",
  may: mayKeepRoles,
};

/** A part that somebody plays for a region. The proposal of 2021 left them "not yet defined" (DOMAIN 1). */
export const regionRoleMachine = defineMachine<
  RegionRoleStatus,
  RegionRoleFacts,
  keyof typeof roleMoveLabels
>({
  subject: "region_role",
  initial: "to_define",
  statuses: roleStatusLabels,
  moves: {
    define: {
      label: roleMoveLabels.define,
      from: ["to_define"],
      to: "defined",
      by: keepers,
      unless: [
        ({ purpose, duties }) => (purpose && duties ? undefined : "Say what it is for, and what it does."),
      ],
      records: "region_role.defined",
      needs: "a purpose and duties",
    },
    retire: {
      label: roleMoveLabels.retire,
      from: ["to_define", "defined"],
      to: "retired",
      by: keepers,
      unless: [stillHeld],
      records: "region_role.retired",
      needs: "a reason",
    },
  },
});

function stillHeld({ holders }: RegionRoleFacts): string | undefined {
  if (holders === 0) return undefined;
  const who = holders === 1 ? "Somebody holds it" : `${holders} people hold it`;
  return `${who}: they lay it down first, or hand it over.`;
}
