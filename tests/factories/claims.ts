import { randomUUID } from "node:crypto";
import { askClaim } from "@/lib/import-export/commands/ask-claim";
import { confirmClaim } from "@/lib/import-export/commands/confirm-claim";
import { askClaimInput } from "@/lib/import-export/schema";
import type { Actor } from "@/lib/workflow/actor";
import { anIssue, aTrackerComment, imported } from "./imports";
import type { Person } from "./people";
import { expectDone } from "./proposals";

/** Somebody seen in a thread of the tracker, with what they wrote; their handle, and the thread's number. */
export async function aPlaceholder(given: { private?: boolean } = {}) {
  const handle = `seen-${randomUUID().slice(0, 8)}`;
  const user = { name: handle, fullname: "Seen In A Tracker" };
  const issue = anIssue({ user, comments: [aTrackerComment({ user })], ...given });
  await imported(issue);
  return { handle, user, number: issue.id };
}

/** "This is me", with a word of why. */
export function says(by: Actor, placeholder: string, reason = "My name in the tracker is the same.") {
  return askClaim(by, askClaimInput.parse({ placeholder, reason }));
}

/** A claim that waits, as its moves take it. */
export async function anAskedClaim(by: Person, placeholder: string) {
  const { claim } = expectDone(await says(by, placeholder));
  return { claim, version: 1 };
}

/** A claim that was confirmed, as its moves take it. */
export async function aConfirmedClaim(by: Person, placeholder: string, judge: Actor) {
  const { claim, version } = await anAskedClaim(by, placeholder);
  expectDone(await confirmClaim(judge, { claim, version }));
  return { claim, version: version + 1 };
}
