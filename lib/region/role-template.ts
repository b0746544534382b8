/** A role as a region begins with it. */
export interface RoleTemplate {
  key: string;
  name: string;
  purpose: string;
  duties: string;
  leastHolders: number;
  needsAccess: boolean;
}

/** The role whose holders with access open the way to production: it takes two (DOMAIN 8, operations). */
export const operationsRole = "operations";

/**
 * Roles that a production environment cannot do without, and the two that the proposal of 2021 left open ("CentOS
 * developers and operators taking some not yet defined role in it"): those wait for their definition.
 */
export const roleTemplate: readonly RoleTemplate[] = [
  {
    key: "lead",
    name: "Region lead",
    purpose: "Answers for the region before the board.",
    duties: "Reports readiness to the board\nKeeps the roles filled\nDecides what goes first",
    leastHolders: 1,
    needsAccess: false,
  },
  {
    key: operationsRole,
    name: "Operations",
    purpose: "Keeps the region running, by day and by night.",
    duties: "On call in turns\nUpgrades and restores\nLeads incidents and writes their post-mortems",
    leastHolders: 2,
    needsAccess: true,
  },
  {
    key: "onboarding",
    name: "Onboarding",
    purpose: "Brings tenants in, and out again.",
    duties: "Answers requests for room\nWalks each tenant through the steps\nKeeps contacts current",
    leastHolders: 1,
    needsAccess: false,
  },
  {
    key: "security",
    name: "Security",
    purpose: "Is told first when something is wrong.",
    duties: "Takes reports\nReviews who has access\nFollows up on advisories",
    leastHolders: 1,
    needsAccess: false,
  },
  {
    key: "developers",
    name: "CentOS developers’ part",
    purpose: "",
    duties: "",
    leastHolders: 1,
    needsAccess: false,
  },
  {
    key: "operators",
    name: "CentOS operators’ part",
    purpose: "",
    duties: "",
    leastHolders: 1,
    needsAccess: false,
  },
];
