import { z } from "zod";
import { tokenScope } from "./choices";
import { instant } from "./shared";

export const tokenLine = z.object({
  id: z.number(),
  name: z.string(),
  scope: tokenScope,
  state: z.enum(["expired", "revoked", "works"]),
  createdAt: instant,
  expiresAt: instant,
  lastUsedAt: instant.nullable(),
});
