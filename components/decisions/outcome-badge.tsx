import { StatusBadge } from "@/components/workflow/status-badge";
import type { Outcome } from "@/lib/decisions/effects";
import { outcomeLabels, outcomeStages } from "@/lib/decisions/ui-text";

export function OutcomeBadge({ outcome }: { outcome: Outcome }) {
  return <StatusBadge status={outcome} label={outcomeLabels[outcome]} stage={outcomeStages[outcome]} />;
}
