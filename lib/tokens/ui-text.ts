/** What a token may do; each holds the ones before it. */
export const tokenScopes = {
  read: "Read: whatever you may see",
  write: "Write: whatever you may do, except to administer",
  admin: "Administer: also what administrators do, if you are one",
} as const;
export type TokenScope = keyof typeof tokenScopes;

const ranks: readonly TokenScope[] = ["read", "write", "admin"];

/** Whether a token of this scope may do what needs that one. */
export function covers(held: TokenScope, needed: TokenScope): boolean {
  return ranks.indexOf(held) >= ranks.indexOf(needed);
}

export const tokenDays = { usual: 90, most: 366 } as const;

/** How a token begins: people and secret scanners know one where they see it. */
export const tokenPrefix = "streamboard_";

export type TokenState = "works" | "expired" | "revoked";
