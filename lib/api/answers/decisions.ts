import { z } from "zod";
import { ballotResult, ballotRule, decisionMethod, outcome, position } from "./choices";
import { allowedMove, ballotStatus, named, owner } from "./shared";

export const tally = z.object({
  for: z.number(),
  aside: z.number(),
  against: z.array(z.object({ name: z.string(), reason: z.string() })),
  abstain: z.number(),
  recused: z.number(),
  notVoted: z.array(z.string()),
  seats: z.number(),
  quorum: z.number(),
  attending: z.number(),
  counted: z.number(),
});

export const positionRow = z.object({
  number: z.number(),
  value: position,
  reason: z.string(),
  binding: z.boolean(),
  revision: z.number().nullable(),
  at: z.string(),
  recordedBy: z.string().nullable(),
  handle: z.string(),
  name: z.string(),
});

export const seatShown = z.object({
  handle: z.string(),
  name: z.string(),
  isLiaison: z.boolean(),
  hasLeft: z.boolean(),
  isPresent: z.boolean(),
  position: positionRow.nullable(),
  seen: z.number(),
});

export const ballotShown = z.object({
  rulesInWords: z.string().nullable(),
  standing: z.string().nullable(),
  blocks: z.array(z.string()),
  tally: tally.nullable(),
  seats: z.array(seatShown),
  advisory: z.array(positionRow),
  isOfMeeting: z.boolean(),
  allowedMoves: z.array(allowedMove),
  own: z.object({ position: positionRow.nullable(), seen: z.number(), hasSeat: z.boolean() }).nullable(),
  mayCallRoll: z.boolean(),
  mayMarkCritical: z.boolean(),
  mayDecide: z.boolean(),
  id: z.number(),
  version: z.number(),
  text: z.string(),
  outcome: outcome.nullable(),
  rule: ballotRule,
  isCritical: z.boolean(),
  status: ballotStatus,
  revision: z.number().nullable(),
  openedAt: z.string().nullable(),
  deadlineAt: z.string().nullable(),
  continuedAt: z.string().nullable(),
  closedAt: z.string().nullable(),
  result: ballotResult.nullable(),
  resultText: z.string(),
  createdAt: z.string(),
  mover: named,
  seconder: named.nullable(),
  proposal: z
    .object({ number: z.number(), title: z.string(), revision: z.number(), status: z.string() })
    .nullable(),
  meeting: z.object({ date: z.string(), status: z.string() }).nullable(),
  item: z.object({ id: z.number(), title: z.string(), hasDecision: z.boolean() }).nullable(),
  executive: z.boolean(),
  positions: z.array(positionRow),
  decisionId: z.number().nullable(),
});

export const decisionShown = z.object({
  id: z.number(),
  outcome: outcome,
  method: decisionMethod,
  text: z.string(),
  decidedAt: z.string(),
  recordedBy: z.string(),
  revision: z.number().nullable(),
  proposal: z
    .object({ number: z.number(), title: z.string(), revision: z.number(), status: z.string() })
    .nullable(),
  ticket: z.object({ number: z.number(), title: z.string() }).nullable(),
  meeting: z.string().nullable(),
  minutesPublished: z.boolean(),
  sourceUrl: z.string().nullable(),
  reviewOn: z.string().nullable(),
  nextMeeting: z.string().nullable(),
  followUp: z.object({ handle: z.string(), name: z.string() }).nullable(),
  conditions: z.array(
    z.object({ number: z.number(), text: z.string(), owner: owner.nullable(), dueOn: z.string().nullable() }),
  ),
  ballotId: z.number().nullable(),
  corrects: z.number().nullable(),
  correctionWhy: z.string(),
  correctedBy: z.number().nullable(),
});

export const decisionPage = decisionShown.extend({
  ballot: ballotShown.nullable(),
  tickets: z.array(z.object({ number: z.number(), title: z.string(), status: z.string() })),
  item: z.object({ id: z.number(), title: z.string() }).nullable(),
  mayCorrect: z.boolean(),
});

export const decisionList = z.object({ items: z.array(decisionShown), nextCursor: z.number().optional() });

export const ballotRow = z.object({
  id: z.number(),
  version: z.number(),
  text: z.string(),
  outcome: outcome.nullable(),
  rule: ballotRule,
  isCritical: z.boolean(),
  status: ballotStatus,
  revision: z.number().nullable(),
  openedAt: z.string().nullable(),
  deadlineAt: z.string().nullable(),
  continuedAt: z.string().nullable(),
  closedAt: z.string().nullable(),
  result: ballotResult.nullable(),
  resultText: z.string(),
  createdAt: z.string(),
  mover: named,
  seconder: named.nullable(),
  proposal: z
    .object({ number: z.number(), title: z.string(), revision: z.number(), status: z.string() })
    .nullable(),
  meeting: z.object({ date: z.string(), status: z.string() }).nullable(),
  item: z.object({ id: z.number(), title: z.string(), hasDecision: z.boolean() }).nullable(),
  executive: z.boolean(),
  voters: z.array(
    z.object({ name: z.string(), isLiaison: z.boolean(), hasLeft: z.boolean(), handle: z.string() }),
  ),
  positions: z.array(positionRow),
  concerns: z.array(z.object({ number: z.number(), opener: z.string() })),
  decisionId: z.number().nullable(),
});
