import { z } from "zod";
import { findBallot, listBallotsOf } from "../../decisions/ballot-queries";
import {
  amendMotionInput,
  ballotMoveInput,
  callOffInput,
  makeMotionInput,
  markCriticalInput,
  rollCallInput,
  secondMotionInput,
  takePositionInput,
} from "../../decisions/ballot-schema";
import { amendMotion } from "../../decisions/commands/amend-motion";
import { callOffBallot } from "../../decisions/commands/call-off-ballot";
import { endVote } from "../../decisions/commands/close-ballot";
import {
  recordConfirmedBallotDecision,
  recordConfirmedDecision,
} from "../../decisions/commands/confirm-first";
import { continueBallot } from "../../decisions/commands/continue-ballot";
import { correctDecision } from "../../decisions/commands/correct-decision";
import { makeMotion } from "../../decisions/commands/make-motion";
import { markCritical } from "../../decisions/commands/mark-critical";
import { openBallot } from "../../decisions/commands/open-ballot";
import { recordPastDecision } from "../../decisions/commands/record-past-decision";
import { recordRollCall } from "../../decisions/commands/record-roll-call";
import { secondMotion } from "../../decisions/commands/second-motion";
import { takePosition } from "../../decisions/commands/take-position";
import { withdrawMotion } from "../../decisions/commands/withdraw-motion";
import { findDecision, listAllDecisions, listDecisions } from "../../decisions/queries";
import {
  confirmedBallotDecisionInput,
  confirmedDecisionInput,
  correctionInput,
  pastDecisionInput,
} from "../../decisions/schema";
import { outcomeLabels } from "../../decisions/ui-text";
import { positiveId } from "../../plain-input";
import { proposalNumber } from "../../proposals/schema";
import type { Actor } from "../../workflow/actor";
import { ballotShown, decisionPage, decisionShown, positionRow } from "../answers/decisions";
import { listOf } from "../answers/shared";
import { deed, type Operation, read } from "../operation";
import { paged, pageOf, paging } from "../paging";
import { flag, keysOf } from "../query";

const ballotPlace = z.looseObject({ ballot: z.number() });
const byId = { names: { id: "ballot" } };
const filter = z.object({
  outcome: keysOf(outcomeLabels).optional(),
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
  read(
    "GET /proposals/{number}/ballots",
    "List the ballots on a proposal",
    z.object({ number: proposalNumber, ...paging }),
    async (actor, { number, ...page }) => pageOf(await listBallotsOf(actor, number), page, (each) => each.id),
    listOf(ballotShown),
  ),
  read(
    "GET /ballots/{id}",
    "Read a ballot: what is voted on, by which rules, what it still needs, and every position",
    z.object({ id: positiveId }),
    (actor, { id }) => findBallot(actor, id),
    ballotShown,
  ),
  read(
    "GET /ballots/{id}/needs",
    "Read what a ballot still needs",
    z.object({ id: positiveId }),
    (actor, { id }) => findBallot(actor, id),
    ballotShown.pick({
      id: true,
      version: true,
      status: true,
      standing: true,
      blocks: true,
      tally: true,
      deadlineAt: true,
    }),
  ),
  read(
    "GET /ballots/{id}/positions",
    "List the positions on a ballot, also earlier ones",
    z.object({ id: positiveId, ...paging }),
    positions,
    listOf(positionRow),
  ),
  deed(
    "POST /ballots",
    "Make a motion: before the open item of a meeting, or on a proposal",
    makeMotionInput,
    makeMotion,
    z.object({ ballot: z.number(), date: z.string().nullable(), itemId: z.number().nullable() }),
    { status: 201 },
  ),
  deed("POST /ballots/{id}/second", "Second a motion", secondMotionInput, secondMotion, ballotPlace, byId),
  deed(
    "POST /ballots/{id}/amend",
    "Change the words of a motion before it is opened",
    amendMotionInput,
    amendMotion,
    ballotPlace,
    byId,
  ),
  deed(
    "POST /ballots/{id}/withdraw",
    "Take a motion back",
    ballotMoveInput,
    withdrawMotion,
    ballotPlace,
    byId,
  ),
  deed("POST /ballots/{id}/open", "Open the vote", ballotMoveInput, openBallot, ballotPlace, byId),
  deed(
    "POST /ballots/{id}/continue",
    "Keep a vote open after the meeting",
    ballotMoveInput,
    continueBallot,
    ballotPlace,
    byId,
  ),
  deed("POST /ballots/{id}/end_vote", "End the vote", ballotMoveInput, endVote, ballotPlace, byId),
  deed(
    "POST /ballots/{id}/call_off",
    "Call a vote off, and say why",
    callOffInput,
    callOffBallot,
    ballotPlace,
    byId,
  ),
  deed(
    "POST /ballots/{id}/critical",
    "Mark a matter as time- or business-critical, or not any more",
    markCriticalInput,
    markCritical,
    ballotPlace,
    byId,
  ),
  deed(
    "POST /ballots/{id}/positions",
    "Take a position: for, aside, against with a reason, abstain, recuse, or withdrawn",
    takePositionInput,
    takePosition,
    ballotPlace,
    byId,
  ),
  deed(
    "POST /ballots/{id}/roll-call",
    "Write down the positions of a roll call",
    rollCallInput,
    recordRollCall,
    ballotPlace,
    byId,
  ),
  deed(
    "POST /ballots/{id}/decision",
    "Record what a vote outside of a meeting decided; say the outcome again in confirmed",
    confirmedBallotDecisionInput,
    recordConfirmedBallotDecision,
    z.object({ proposal: z.number(), decisionId: z.number() }),
    byId,
  ),
  read("GET /decisions", "List decisions, the latest first", filter, list, listOf(decisionShown)),
  read(
    "GET /decisions/{id}",
    "Read a decision with its conditions, its ballot and what it led to",
    z.object({ id: positiveId }),
    (actor, { id }) => findDecision(actor, id),
    decisionPage,
  ),
  read(
    "GET /proposals/{number}/decisions",
    "List the decisions on a proposal",
    z.object({ number: proposalNumber, ...paging }),
    async (actor, { number, ...page }) => pageOf(await listDecisions(actor, number), page, (each) => each.id),
    listOf(decisionShown),
  ),
  deed(
    "POST /decisions/{id}/correct",
    "Record another decision in the place of one that was wrong",
    correctionInput,
    correctDecision,
    z.object({ decisionId: z.number() }),
    { names: { id: "decision" } },
  ),
  deed(
    "POST /items/{itemId}/decision",
    "Record the decision on the open item of a meeting; say the outcome again in confirmed",
    confirmedDecisionInput,
    recordConfirmedDecision,
    z.object({ date: z.string(), itemId: z.number(), decisionId: z.number() }),
    { status: 201 },
  ),
  deed(
    "POST /proposals/{number}/past-decision",
    "Record what the board decided long ago about an imported thread",
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

async function positions(actor: Actor, { id, ...page }: { id: number; limit: number; cursor: string }) {
  const ballot = await findBallot(actor, id);
  return ballot && pageOf(ballot.positions, page, (each) => `${each.handle} ${each.number}`);
}
