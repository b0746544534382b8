export const roleStatusLabels = {
  to_define: "To be defined",
  defined: "Defined",
  retired: "No longer needed",
} as const;

export const roleMoveLabels = { define: "Define the role", retire: "The role is no longer needed" } as const;

export const roleStages = { to_define: "discussion", defined: "done", retired: "stopped" } as const;
