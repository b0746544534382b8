import { StatusBadge } from "@/components/workflow/status-badge";
import type { CapabilityState } from "@/lib/region/capability-facts";
import { capabilityStateLabels, capabilityStateStages } from "@/lib/region/ui-text";

export function StateBadge({ state }: { state: CapabilityState }) {
  return (
    <StatusBadge status={state} label={capabilityStateLabels[state]} stage={capabilityStateStages[state]} />
  );
}
