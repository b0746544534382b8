import { StatusBadge } from "@/components/workflow/status-badge";
import type { TicketStatus } from "@/lib/tickets/policy";
import { statusLabels, statusStages } from "@/lib/tickets/ui-text";

export function TicketBadge({ status }: { status: TicketStatus }) {
  return <StatusBadge status={status} label={statusLabels[status]} stage={statusStages[status]} />;
}
