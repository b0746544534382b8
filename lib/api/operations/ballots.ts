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
import { recordConfirmedBallotDecision } from "../../decisions/commands/confirm-first";
import { continueBallot } from "../../decisions/commands/continue-ballot";
import { makeMotion } from "../../decisions/commands/make-motion";
import { markCritical } from "../../decisions/commands/mark-critical";
import { openBallot } from "../../decisions/commands/open-ballot";
import { recordRollCall } from "../../decisions/commands/record-roll-call";
import { secondMotion } from "../../decisions/commands/second-motion";
import { takePosition } from "../../decisions/commands/take-position";
import { withdrawMotion } from "../../decisions/commands/withdraw-motion";
import { confirmedBallotDecisionInput } from "../../decisions/schema";
import { positiveId } from "../../plain-input";
import { proposalNumber } from "../../proposals/schema";
import type { Actor } from "../../workflow/actor";
import { ballotShown, positionRow } from "../answers/decisions";
import { listOf } from "../answers/shared";
import {
  chair,
  everyone,
  liaison,
  motionKeepers,
  motionMakers,
  officers,
  seconders,
  signedIn,
} from "../audiences";
import { deed, type Operation, read } from "../operation";
import { pageOf, paging } from "../paging";

const ballotPlace = z.looseObject({ ballot: z.number() });
const byId = { names: { id: "ballot" } };

export const ballotOperations: readonly Operation[] = [
  read(
    "GET /proposals/{number}/ballots",
    "List the ballots on a proposal",
    everyone,
    z.object({ number: proposalNumber, ...paging }),
    async (actor, { number, ...page }) => pageOf(await listBallotsOf(actor, number), page, (each) => each.id),
    listOf(ballotShown),
  ),
  read(
    "GET /ballots/{id}",
    "Read a ballot: what is voted on, by which rules, what it still needs, and every position",
    everyone,
    z.object({ id: positiveId }),
    (actor, { id }) => findBallot(actor, id),
    ballotShown,
  ),
  read(
    "GET /ballots/{id}/needs",
    "Read what a ballot still needs",
    everyone,
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
    everyone,
    z.object({ id: positiveId, ...paging }),
    positions,
    listOf(positionRow),
  ),
  deed(
    "POST /ballots",
    "Make a motion: before the open item of a meeting, or on a proposal",
    motionMakers,
    makeMotionInput,
    makeMotion,
    z.object({ ballot: z.number(), date: z.string().nullable(), itemId: z.number().nullable() }),
    { status: 201 },
  ),
  deed(
    "POST /ballots/{id}/second",
    "Second a motion",
    seconders,
    secondMotionInput,
    secondMotion,
    ballotPlace,
    byId,
  ),
  deed(
    "POST /ballots/{id}/amend",
    "Change the words of a motion before it is opened",
    motionKeepers,
    amendMotionInput,
    amendMotion,
    ballotPlace,
    byId,
  ),
  deed(
    "POST /ballots/{id}/withdraw",
    "Take a motion back",
    motionKeepers,
    ballotMoveInput,
    withdrawMotion,
    ballotPlace,
    byId,
  ),
  deed("POST /ballots/{id}/open", "Open the vote", officers, ballotMoveInput, openBallot, ballotPlace, byId),
  deed(
    "POST /ballots/{id}/continue",
    "Keep a vote open after the meeting",
    officers,
    ballotMoveInput,
    continueBallot,
    ballotPlace,
    byId,
  ),
  deed("POST /ballots/{id}/end_vote", "End the vote", officers, ballotMoveInput, endVote, ballotPlace, byId),
  deed(
    "POST /ballots/{id}/call_off",
    "Call a vote off, and say why",
    chair,
    callOffInput,
    callOffBallot,
    ballotPlace,
    byId,
  ),
  deed(
    "POST /ballots/{id}/critical",
    "Mark a matter as time- or business-critical, or not any more",
    liaison,
    markCriticalInput,
    markCritical,
    ballotPlace,
    byId,
  ),
  deed(
    "POST /ballots/{id}/positions",
    "Take a position: for, aside, against with a reason, abstain, recuse, or withdrawn",
    signedIn,
    takePositionInput,
    takePosition,
    ballotPlace,
    byId,
  ),
  deed(
    "POST /ballots/{id}/roll-call",
    "Write down the positions of a roll call",
    officers,
    rollCallInput,
    recordRollCall,
    ballotPlace,
    byId,
  ),
  deed(
    "POST /ballots/{id}/decision",
    "Record what a vote outside of a meeting decided; say the outcome again in confirmed",
    chair,
    confirmedBallotDecisionInput,
    recordConfirmedBallotDecision,
    z.object({ proposal: z.number(), decisionId: z.number() }),
    byId,
  ),
];

async function positions(actor: Actor, { id, ...page }: { id: number; limit: number; cursor: string }) {
  const ballot = await findBallot(actor, id);
  return ballot && pageOf(ballot.positions, page, (each) => `${each.handle} ${each.number}`);
}
