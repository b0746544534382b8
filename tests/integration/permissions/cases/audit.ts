import type { Cases } from "../case";

export const auditCases: Cases = {
  "GET /audit": async () => ({ query: { kind: "token" } }),
  "GET /audit/chain": async () => ({}),
  "GET /me/audit": { ready: async ({ somebody: by }) => ({ by }), isPrivate: true },
};
