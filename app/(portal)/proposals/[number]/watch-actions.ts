"use server";
import type { FormState } from "@/components/forms/form-state";
import { muteProposal } from "@/lib/discussion/commands/mute-proposal";
import { stopWatching } from "@/lib/discussion/commands/stop-watching";
import { watchProposal } from "@/lib/discussion/commands/watch-proposal";
import { watchInput } from "@/lib/discussion/schema";
import { runForm } from "@/lib/form-action";

const deeds = { watching: watchProposal, muted: muteProposal, none: stopWatching };

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
