import { z } from "zod";
import { allowedMove, claimStatus, instant, named } from "./shared";

const count = z.number();

export const claimShown = z.object({
  id: z.number(),
  version: z.number(),
  status: claimStatus,
  placeholder: z.object({ ...named.shape, usernames: z.array(z.string()) }),
  person: named,
  reason: z.string(),
  answer: z.string(),
  askedAt: instant,
  decidedAt: instant.nullable(),
  decidedBy: named.nullable(),
  allowedMoves: z.array(allowedMove),
});

export const waitingClaim = z.object({
  ...claimShown.shape,
  would: z.object({
    proposals: count,
    comments: count,
    questions: count,
    asks: count,
    tickets: count,
    actions: count,
  }),
  proposals: z.array(z.object({ number: z.number(), title: z.string() })),
});
