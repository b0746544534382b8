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
