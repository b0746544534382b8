import type { Tx } from "../db/transaction";
import type { HeldProposal } from "../proposals/facts";
import { holdReadiness } from "../proposals/readiness-queries";
import { done, type Result, refuse } from "../result";
import type { Actor } from "../workflow/actor";
import { record } from "../workflow/events";
import type { HeldMeeting } from "./facts";

/** What a proposal still lacks that an officer schedules all the same, and why they do. */
export interface ReadinessOverride {
  needs: string[];
  reason: string;
}

interface Scheduling {
  proposal: HeldProposal;
  meeting: HeldMeeting;
  /** Empty where the officer gave none. */
  reason: string;
}

/**
 * Weighs a proposal's readiness for a meeting, where an officer schedules it (DOMAIN 4, "scheduled"): null where it is
 * ready, else what it lacks with the officer's reason. Without a reason it is refused, in the words of the readiness.
 */
export async function weighReadiness(
  tx: Tx,
  { proposal, meeting, reason }: Scheduling,
): Promise<Result<ReadinessOverride | null>> {
  const readiness = await holdReadiness(tx, proposal, meeting);
  if (!readiness || readiness.ready) return done(null);
  const needs = readiness.items.flatMap(({ need }) => need ?? []);
  if (reason) return done({ needs, reason });
  const message = `It is not ready for the board: it needs ${needs.join(", ")}. Wait for that, or give a reason to take it all the same.`;
  return refuse("refused", message, [
    { path: "unreadyReason", message: "Give a reason, or wait until it is ready." },
  ]);
}

/** An override by the chair or the secretary is an event with a reason (DOMAIN 4). */
export async function recordOverride(
  tx: Tx,
  actor: Actor,
  { proposal, meeting, override }: Omit<Scheduling, "reason"> & { override: ReadinessOverride | null },
): Promise<void> {
  if (!override) return;
  await record(tx, actor, {
    type: "proposal.readiness_overridden",
    subject: "proposal",
    subjectId: proposal.id,
    proposalId: proposal.id,
    meetingId: meeting.id,
    executive: proposal.visibility === "executive",
    data: { meeting: meeting.date, needs: override.needs, reason: override.reason },
  });
}
