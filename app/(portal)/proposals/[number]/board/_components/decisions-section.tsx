import { DecisionList } from "@/components/decisions/decision-list";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import type { DecisionShown } from "@/lib/decisions/queries";

/** What the board decided, with its conditions, the latest first. */
export function DecisionsSection({ decisions }: { decisions: readonly DecisionShown[] }) {
  return (
    <Section title="Decisions">
      {decisions.length === 0 ? (
        <EmptyState title="The board has not decided yet.">
          A decision is recorded in a meeting, and stands here with its conditions.
        </EmptyState>
      ) : (
        <DecisionList decisions={decisions} />
      )}
    </Section>
  );
}
