/** Roles in words, as pages show them. */
export const roleLabels: Readonly<Record<string, string>> = {
  director: "Director",
  chair: "Chair",
  secretary: "Secretary",
  liaison: "Liaison",
  community_architect: "Community architect",
  sig_chair: "SIG chair",
  sig_member: "SIG member",
  infra: "Infra engineer",
  operator: "Region operator",
  admin: "Administrator",
};

/** One that this release does not know keeps its name. */
export function roleLabel(role: string): string {
  return roleLabels[role] ?? role;
}

/** "Director, Board". */
export function roleInWords({ role, body }: { role: string; body: string }): string {
  return `${roleLabel(role)}, ${body}`;
}
