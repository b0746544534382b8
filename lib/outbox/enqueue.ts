import type { Tx } from "../db/transaction";

/** What leaves by the outbox, with what it carries. Each has a handler of its name in handlers.ts. */
export interface OutboxJobs {
  /** Post published minutes as a comment on each proposal that they touch. */
  post_minutes: { meetingId: number };
  /** The same of an amendment. */
  post_amendment: { amendmentId: number };
  /** Tell the people whom an event concerns. */
  tell: { eventId: string };
  sign_in_link: { personId: number; back: string };
  /** Make the meetings to come of every series. */
  plan_ahead: Record<string, never>;
}

/** Adds a job inside the caller's transaction: it is there if and only if the deed is. Delivered at least once. */
export async function enqueue<Name extends keyof OutboxJobs>(
  tx: Tx,
  name: Name,
  payload: OutboxJobs[Name],
): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM graphile_worker.add_job(${name}, ${JSON.stringify(payload)}::json)`;
}
