import type { z } from "zod";
import { now } from "../../clock";
import { type Tx, transact } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { applyStep } from "../../workflow/apply-step";
import { decide } from "../../workflow/machine";
import { type HeldAction, holdAction, rowOfAction } from "../action-facts";
import { type ActionMove, actionMachine } from "../action-machine";
import type { reportActionInput } from "../action-schema";

type Input = z.output<typeof reportActionInput>;

export interface OfAction {
  lineId: number;
  /** The meeting on whose page the form stood; empty elsewhere. */
  meeting: string;
}

/** Says how an ACTION of an earlier meeting stands: its owner ahead of the next one, or the officers in it. */
export async function reportAction(actor: Actor, input: Input): Promise<Result<OfAction>> {
  if (actor.kind !== "person") return refuse("signed_out", "Sign in to report on an ACTION.");
  const wrong = whatIsMissing(input);
  if (wrong) return refuse("invalid", wrong, [{ path: "note", message: wrong }]);
  return transact(async (tx) => {
    const held = await holdAction(tx, actor, input.lineId);
    if (!held) return notFound("ACTION");
    const step = decide(actionMachine, input.move, actor, held.facts);
    if (!step.ok) return step;
    if (held.version !== input.version) return reportedMeanwhile;
    const settles = step.value.to === "done" || step.value.to === "dropped";
    const moved = await applyStep(tx, step.value, await rowOfAction(tx, held), {
      meetingId: held.meetingId,
      executive: held.executive,
      set: { settledAt: settles ? now() : null },
      data: factsOf(held, input.note),
    });
    if (!moved.ok) return moved;
    await writeReport(tx, { held, status: step.value.to, note: input.note, byId: actor.personId });
    return done({ lineId: held.id, meeting: input.meeting });
  });
}

const reportedMeanwhile = refuse(
  "conflict",
  "Somebody reported on this ACTION before you. Nothing was saved; look again.",
);

const missing: Partial<Record<ActionMove, string>> = {
  get_stuck: "Say what stands in its way.",
  drop: "Give a reason why it is not needed any more.",
  reopen: "Say what is left to do.",
};

function whatIsMissing({ move, note }: Input): string | undefined {
  return note === "" ? missing[move] : undefined;
}

function factsOf({ id, text }: HeldAction, note: string) {
  return { lineId: id, action: text.slice(0, 200), ...(note && { note }) };
}

interface Report {
  held: HeldAction;
  status: "open" | "on_its_way" | "stuck" | "done" | "dropped";
  note: string;
  byId: number;
}

async function writeReport(tx: Tx, { held, status, note, byId }: Report): Promise<void> {
  await tx.actionReport.create({
    data: { actionId: held.id, status, note, byId, createdAt: now() },
    select: { id: true },
  });
}
