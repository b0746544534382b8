import { Badge } from "@/components/ui/badge";
import { StatusBadge } from "@/components/workflow/status-badge";
import type { SessionItem } from "@/lib/meetings/session-queries";
import { itemStages, itemStatusLabels } from "@/lib/meetings/ui-text";

/** The agenda beside the live item: where the meeting is, and a way to look elsewhere. */
export function SessionAgenda({
  date,
  items,
  shownId,
}: {
  date: string;
  items: readonly SessionItem[];
  shownId: number | undefined;
}) {
  return (
    <nav aria-label="Agenda of this meeting">
      <ol className="ses">
        {items.map((item, index) => (
          <li key={item.id}>
            <a
              href={`/meetings/${date}/session?item=${item.id}`}
              aria-current={item.id === shownId ? "true" : undefined}
              dir="auto"
            >
              <span className="no">{index + 1}</span> {item.title}
            </a>
            <p className="meta">
              <StatusBadge
                status={item.status}
                label={itemStatusLabels[item.status]}
                stage={itemStages[item.status]}
              />{" "}
              {item.presentMinutes} + {item.qaMinutes} min{" "}
              {item.executive && <Badge stage="stopped">Executive</Badge>}
            </p>
          </li>
        ))}
      </ol>
    </nav>
  );
}
