import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import type { WorkloadShown } from "@/lib/region/workload-queries";
import { workloadStages, workloadStatusLabels } from "@/lib/region/workload-ui-text";

interface Props {
  workloads: readonly WorkloadShown[];
  /** The page that they stand on: it says the other end of each, the SIG or the region. */
  of: "sig" | "region";
  /** What the reader may do about each. */
  children?: (workload: WorkloadShown) => ReactNode;
}

/** What SIGs run on a region, or mean to. */
export function WorkloadLines({ workloads, of, children }: Props) {
  return (
    <ul className="lines">
      {workloads.map((workload) => (
        <li key={workload.id} id={`workload-${workload.id}`}>
          <Name workload={workload} />
          <Badge stage={workloadStages[workload.status]}>{workloadStatusLabels[workload.status]}</Badge>
          {workload.note && (
            <p className="line-text" dir="auto">
              {workload.note}
            </p>
          )}
          <p className="line-facts">
            {of === "region" ? (
              <a href={`/sigs/${workload.sig.handle}#workload-${workload.id}`}>{workload.sig.name}</a>
            ) : (
              <a href={`/region/${workload.region.key}#workloads`}>{workload.region.name}</a>
            )}
          </p>
          {children && <div className="line-forms">{children(workload)}</div>}
        </li>
      ))}
    </ul>
  );
}

function Name({ workload: { name, url } }: { workload: WorkloadShown }) {
  if (!url) {
    return (
      <b className="line-title" dir="auto">
        {name}
      </b>
    );
  }
  return (
    <a className="line-title" href={url} rel="noreferrer nofollow ugc" dir="auto">
      {name}
    </a>
  );
}
