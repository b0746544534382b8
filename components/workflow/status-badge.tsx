import { Badge, type Stage } from "../ui/badge";

export interface StatusBadgeProps {
  /** The machine's name for it, for tests and for scripts that read the page. */
  status: string;
  label: string;
  stage: Stage;
}

export function StatusBadge({ status, label, stage }: StatusBadgeProps) {
  return (
    <span data-status={status}>
      <Badge stage={stage}>{label}</Badge>
    </span>
  );
}
