import { WatchControl } from "@/components/discussion/watch-control";
import type { DiscussedNumber } from "@/lib/discussion/facts";
import { type Stance, stanceText } from "@/lib/discussion/watching";
import { newSubmissionKey } from "@/lib/form-action";
import { watchAction } from "./watch-actions";

/** Beside a proposal or a ticket: what its reader is told of it, and how to have it otherwise. */
export function WatchSide({ on, stance }: { on: DiscussedNumber; stance: Stance | null }) {
  if (!stance) return null;
  return (
    <section id="watch">
      <h2>What you are told</h2>
      <p>{stanceText(stance)}</p>
      <WatchControl
        on={on}
        stance={stance}
        action={watchAction}
        submissionKey={newSubmissionKey()}
        from="page"
      />
    </section>
  );
}
