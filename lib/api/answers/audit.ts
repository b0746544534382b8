import { z } from "zod";
import { auditKinds } from "../../audit/kinds";
import { keysOf } from "../../keys-of";
import { instant, named } from "./shared";

export const auditLine = z.object({
  id: z.number(),
  at: instant,
  kind: z.enum(keysOf(auditKinds)),
  type: z.string(),
  person: named.nullable(),
  about: named.nullable(),
  subject: z.string().nullable(),
  who: z.string(),
  sentence: z.string(),
  why: z.string().nullable(),
  network: z.string().nullable(),
  agent: z.string().nullable(),
});

export const chainShown = z.object({
  seal: z.object({ id: z.number(), at: instant, hash: z.string() }).nullable(),
  unsealed: z.number(),
  check: z
    .object({ at: instant, seals: z.number(), rows: z.number(), complaint: z.string().nullable() })
    .nullable(),
});
