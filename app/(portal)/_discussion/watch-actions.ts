"use server";
import type { FormState } from "@/components/forms/form-state";
import { muteDiscussion } from "@/lib/discussion/commands/mute-discussion";
import { stopWatching } from "@/lib/discussion/commands/stop-watching";
import { watchDiscussion } from "@/lib/discussion/commands/watch-discussion";
import { discussedHref } from "@/lib/discussion/discussed-href";
import { watchInput } from "@/lib/discussion/schema";
import { runForm } from "@/lib/form-action";

const deeds = { watching: watchDiscussion, muted: muteDiscussion, none: stopWatching };

export async function watchAction(_previous: FormState, data: FormData): Promise<FormState> {
  const [proposal, ticket] = [Number(data.get("proposal")), Number(data.get("ticket"))];
  const page = discussedHref(ticket ? { ticket } : { proposal: proposal || 0 });
  const path = data.get("from") === "inbox" ? "/inbox/watching" : page;
  return runForm({
    form: "watch",
    data,
    schema: watchInput,
    command: (actor, { level, ...input }) => deeds[level](actor, input),
    next: (_out, { from }) => (from === "inbox" ? path : `${path}#watch`),
    path,
  });
}
