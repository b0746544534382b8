"use server";
import type { FormState } from "@/components/forms/form-state";
import { muteDiscussion } from "@/lib/discussion/commands/mute-discussion";
import { stopWatching } from "@/lib/discussion/commands/stop-watching";
import { watchDiscussion } from "@/lib/discussion/commands/watch-discussion";
import { watchInput } from "@/lib/discussion/schema";
import { runForm } from "@/lib/form-action";

const deeds = { watching: watchDiscussion, muted: muteDiscussion, none: stopWatching };

export async function watchAction(_previous: FormState, data: FormData): Promise<FormState> {
  const proposal = Number(data.get("proposal")) || 0;
  const path = data.get("from") === "inbox" ? "/inbox/watching" : `/proposals/${proposal}`;
  return runForm({
    form: "watch",
    data,
    schema: watchInput,
    command: (actor, { level, ...input }) => deeds[level](actor, input),
    next: (_out, { from }) => (from === "inbox" ? path : `${path}#watch`),
    path,
  });
}
