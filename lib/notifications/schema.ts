import { z } from "zod";

export const markAllReadInput = z.object({ upTo: z.coerce.number().int().nonnegative().max(2_147_483_647) });
