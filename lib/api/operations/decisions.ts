import { z } from "zod";
import { recordConfirmedDecision } from "../../decisions/commands/confirm-first";
import { correctDecision } from "../../decisions/commands/correct-decision";
import { recordPastDecision } from "../../decisions/commands/record-past-decision";
import { findDecision, listAllDecisions, listDecisions } from "../../decisions/queries";
import { confirmedDecisionInput, correctionInput, pastDecisionInput } from "../../decisions/schema";
import { outcomeLabels } from "../../decisions/ui-text";
import { keysOf } from "../../keys-of";
import { positiveId } from "../../plain-input";
import { proposalNumber } from "../../proposals/schema";
import type { Actor } from "../../workflow/actor";
import { decisionPage, decisionShown } from "../answers/decisions";
import { listOf } from "../answers/shared";
import { chair, everyone } from "../audiences";
import { deed, type Operation, read } from "../operation";
import { paged, pageOf, paging } from "../paging";
import { flag } from "../query";

const filter = z.object({
  outcome: z.enum(keysOf(outcomeLabels)).optional(),
  year: z.coerce.number().int().min(1970).max(2199).optional(),
  /** Handle of a SIG. */
  sig: z
    .string()
    .regex(/^[\w.-]{1,100}$/)
    .optional(),
  q: z.string().trim().min(1).max(200).optional(),
  due: flag,
  cursor: paging.cursor,
});

export const decisionsOperations: readonly Operation[] = [
  read("GET /decisions", "List decisions, the latest first", everyone, filter, list, listOf(decisionShown)),
  read(
    "GET /decisions/{id}",
    "Read a decision with its conditions, its ballot and what it led to",
    everyone,
    z.object({ id: positiveId }),
    (actor, { id }) => findDecision(actor, id),
    decisionPage,
  ),
  read(
    "GET /proposals/{number}/decisions",
    "List the decisions on a proposal",
    everyone,
    z.object({ number: proposalNumber, ...paging }),
    async (actor, { number, ...page }) => pageOf(await listDecisions(actor, number), page, (each) => each.id),
    listOf(decisionShown),
  ),
  deed(
    "POST /decisions/{id}/correct",
    "Record another decision in the place of one that was wrong",
    chair,
    correctionInput,
    correctDecision,
    z.object({ decisionId: z.number() }),
    { names: { id: "decision" } },
  ),
  deed(
    "POST /items/{itemId}/decision",
    "Record the decision on the open item of a meeting; say the outcome again in confirmed",
    chair,
    confirmedDecisionInput,
    recordConfirmedDecision,
    z.object({ date: z.string(), itemId: z.number(), decisionId: z.number() }),
    { status: 201 },
  ),
  deed(
    "POST /proposals/{number}/past-decision",
    "Record what the board decided long ago about an imported thread",
    chair,
    pastDecisionInput,
    recordPastDecision,
    z.object({ number: z.number(), decisionId: z.number() }),
    { status: 201 },
  ),
];

async function list(actor: Actor, { cursor, ...wanted }: z.output<typeof filter>) {
  const before = /^\d{1,9}$/.test(cursor) ? Number(cursor) : undefined;
  return paged(await listAllDecisions(actor, { ...wanted, cursor: before }));
}
