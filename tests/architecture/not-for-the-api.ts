const step = "a step inside other commands, in their transaction";
const worker = "done by the worker when its time has come";
const noted = "notes what was done or refused elsewhere; nobody writes the audit by themselves";
const confirmed = "carried out by confirm-first.ts, once its outcome was said again";

/** Files of commands that no operation of the API carries out, each with why: everything else is an operation. */
export const notForTheApi: Readonly<Record<string, string>> = {
  "lib/audit/commands/check-chain.ts": worker,
  "lib/audit/commands/note-backup.ts": noted,
  "lib/audit/commands/note-sign-in.ts": noted,
  "lib/audit/commands/note-token.ts": noted,
  "lib/audit/commands/seal-events.ts": worker,
  "lib/audit/commands/tidy-audit.ts": worker,
  "lib/decisions/commands/ballot-behind.ts": step,
  "lib/decisions/commands/move-ballot.ts": step,
  "lib/decisions/commands/record-ballot-decision.ts": confirmed,
  "lib/decisions/commands/record-decision.ts": confirmed,
  "lib/decisions/commands/resolve-names.ts": step,
  "lib/decisions/commands/settle-item.ts": step,
  "lib/decisions/commands/settle-ticket.ts": step,
  "lib/decisions/commands/write-position.ts": step,
  "lib/discussion/commands/leave-unanswered.ts": step,
  "lib/import-export/commands/import-from-address.ts":
    "waits for a tracker for as long as that takes; a program sends what it has fetched",
  "lib/import-export/commands/import-plans.ts": step,
  "lib/meetings/commands/ask-in-meeting.ts": step,
  "lib/meetings/commands/carry-item.ts": step,
  "lib/meetings/commands/carry-items.ts": step,
  "lib/meetings/commands/expire-slots.ts": worker,
  "lib/meetings/commands/plan-ahead.ts": worker,
  "lib/meetings/commands/post-minutes.ts": worker,
  "lib/meetings/commands/remind-owners.ts": worker,
  "lib/meetings/commands/settle-questions.ts": step,
  "lib/meetings/commands/withdraw-from-agenda.ts": step,
  "lib/notifications/commands/write-notices.ts": worker,
  "lib/people/commands/remind-of-terms.ts": worker,
  "lib/people/commands/sign-in-person.ts":
    "signing in is a browser's affair, by the account system's own protocol",
  "lib/people/commands/take-groups.ts": worker,
  "lib/tickets/commands/complete-if-last.ts": step,
  "lib/tickets/commands/reassign-left.ts": worker,
  "lib/tickets/commands/remind-aging.ts": worker,
};
