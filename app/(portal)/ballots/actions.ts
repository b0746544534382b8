"use server";
import { z } from "zod";
import type { FormState } from "@/components/forms/form-state";
import {
  amendMotionInput,
  ballotMoveInput,
  callOffInput,
  fieldOfRollCall,
  makeMotionInput,
  markCriticalInput,
  readRollCall,
  rollCallInput,
  secondMotionInput,
  takePositionInput,
} from "@/lib/decisions/ballot-schema";
import { amendMotion } from "@/lib/decisions/commands/amend-motion";
import { callOffBallot } from "@/lib/decisions/commands/call-off-ballot";
import { closeBallot, endVote } from "@/lib/decisions/commands/close-ballot";
import { recordConfirmedBallotDecision } from "@/lib/decisions/commands/confirm-first";
import { continueBallot } from "@/lib/decisions/commands/continue-ballot";
import { makeMotion } from "@/lib/decisions/commands/make-motion";
import { markCritical } from "@/lib/decisions/commands/mark-critical";
import { openBallot } from "@/lib/decisions/commands/open-ballot";
import { recordRollCall } from "@/lib/decisions/commands/record-roll-call";
import { secondMotion } from "@/lib/decisions/commands/second-motion";
import { takePosition } from "@/lib/decisions/commands/take-position";
import { withdrawMotion } from "@/lib/decisions/commands/withdraw-motion";
import { confirmedBallotDecisionInput, fieldOfDecisionForm, readDecisionForm } from "@/lib/decisions/schema";
import { runForm } from "@/lib/form-action";
import { keysOf } from "@/lib/keys-of";
import type { Result } from "@/lib/result";
import type { Actor } from "@/lib/workflow/actor";

interface Place {
  ballot: number;
  date: string | null;
  itemId: number | null;
}

export async function makeMotionAction(_previous: FormState, data: FormData): Promise<FormState> {
  return onBallots("make-motion", data, makeMotionInput, makeMotion);
}

export async function amendMotionAction(_previous: FormState, data: FormData): Promise<FormState> {
  return onBallots("amend-motion", data, amendMotionInput, amendMotion);
}

export async function secondMotionAction(_previous: FormState, data: FormData): Promise<FormState> {
  return onBallots("second-motion", data, secondMotionInput, secondMotion);
}

const moves = {
  second: (actor: Actor, input: z.output<typeof ballotMoveInput>) =>
    secondMotion(actor, { ...input, seconder: "" }),
  open: openBallot,
  end_vote: endVote,
  continue: continueBallot,
  withdraw: withdrawMotion,
  close: (actor: Actor, { ballot }: z.output<typeof ballotMoveInput>) => closeBallot(actor, ballot),
} as const;
const moveInput = ballotMoveInput.extend({ move: z.enum(keysOf(moves)) });

export async function moveBallotAction(_previous: FormState, data: FormData): Promise<FormState> {
  return onBallots("move-ballot", data, moveInput, (actor, { move, ...input }) => moves[move](actor, input));
}

export async function callOffAction(_previous: FormState, data: FormData): Promise<FormState> {
  return onBallots("call-off", data, callOffInput, callOffBallot);
}

export async function markCriticalAction(_previous: FormState, data: FormData): Promise<FormState> {
  return onBallots("mark-critical", data, markCriticalInput, markCritical);
}

export async function takePositionAction(_previous: FormState, data: FormData): Promise<FormState> {
  return onBallots("position", data, takePositionInput, takePosition);
}

export async function rollCallAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "roll-call",
    data,
    schema: rollCallInput,
    read: readRollCall,
    fieldOf: fieldOfRollCall,
    command: recordRollCall,
    next: nextOf(data),
    path: pathOf(data),
  });
}

export async function ballotDecisionAction(_previous: FormState, data: FormData): Promise<FormState> {
  return runForm({
    form: "ballot-decision",
    data,
    schema: confirmedBallotDecisionInput,
    read: readDecisionForm,
    fieldOf: fieldOfDecisionForm,
    command: recordConfirmedBallotDecision,
    next: ({ decisionId }) => `/decisions/${decisionId}`,
    path: pathOf(data),
  });
}

/** Every form comes back to where it was sent from: the session, or the ballot's own page. */
async function onBallots<Schema extends z.ZodType>(
  form: string,
  data: FormData,
  schema: Schema,
  command: (actor: Actor, input: z.output<Schema>) => Promise<Result<Place>>,
): Promise<FormState> {
  return runForm({ form, data, schema, command, next: nextOf(data), path: pathOf(data) });
}

function nextOf(data: FormData) {
  const inSession = data.get("from") === "session";
  return ({ ballot, date, itemId }: Place) =>
    inSession && date
      ? `/meetings/${date}/session?item=${itemId}#ballot-${ballot}`
      : `/ballots/${ballot}#ballot-${ballot}`;
}

/** Where somebody comes back to after signing in again: never further than our own pages. */
function pathOf(data: FormData): string {
  const word = (name: string) => encodeURIComponent(String(data.get(name) ?? ""));
  if (data.get("from") === "session") return `/meetings/${word("date")}/session`;
  return data.get("ballot") ? `/ballots/${word("ballot")}` : `/proposals/${word("proposal")}/board`;
}
