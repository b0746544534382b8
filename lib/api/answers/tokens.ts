import { z } from "zod";
import { instant } from "./shared";

export const tokenLine = z.object({
  id: z.number(),
  name: z.string(),
  scope: z.enum(["admin", "read", "write"]),
  state: z.enum(["expired", "revoked", "works"]),
  createdAt: instant,
  expiresAt: instant,
  lastUsedAt: instant.nullable(),
});
