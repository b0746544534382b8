import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Time } from "@/components/ui/time";
import type { WorkloadShown } from "@/lib/region/workload-queries";
import { workloadStages, workloadStatusLabels } from "@/lib/region/workload-ui-text";

interface Props {
  workloads: readonly WorkloadShown[];
  /** The page that they stand on: it says the other end of each, the SIG or the region. */
  of: "sig" | "region";
  /** What the reader may do about each. */
  children?: (workload: WorkloadShown) => ReactNode;
}

/** What SIGs and projects run on a region, or mean to. */
export function WorkloadLines({ workloads, of, children }: Props) {
  return (
    <ul className="lines">
      {workloads.map((workload) => (
        <li key={workload.id} id={`workload-${workload.id}`}>
          <Name workload={workload} />
          <Badge stage={workloadStages[workload.status]}>{workloadStatusLabels[workload.status]}</Badge>
          <Texts workload={workload} />
          <p className="line-facts">
            <OtherEnd workload={workload} of={of} />
            {workload.contacts.length > 0 && <Contacts workload={workload} />}
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

function Texts({ workload: { note, needs, goesTo } }: { workload: WorkloadShown }) {
  const texts = [
    { label: "", text: note },
    { label: "Needs: ", text: needs },
    { label: "Goes to: ", text: goesTo },
  ];
  return texts.map(
    ({ label, text }) =>
      text && (
        <p className="line-text" dir="auto" key={label}>
          {label}
          {text}
        </p>
      ),
  );
}

function OtherEnd({ workload: { id, tenant, region }, of }: { workload: WorkloadShown; of: Props["of"] }) {
  if (of === "sig") return <a href={`/region/${region.key}/workloads#workload-${id}`}>{region.name}</a>;
  if (!tenant.sig) return <span dir="auto">{tenant.name}</span>;
  return <a href={`/sigs/${tenant.sig}#workload-${id}`}>{tenant.name}</a>;
}

/** Who answers for it, and whether that is still right. */
function Contacts({ workload: { contacts } }: { workload: WorkloadShown }) {
  const oldest = contacts.map(({ confirmedAt }) => confirmedAt).sort()[0];
  return (
    <span>
      {" · answers for it: "}
      {contacts.map(({ name }) => name).join(", ")}
      {contacts.some(({ isStale }) => isStale) && oldest && (
        <>
          {" "}
          (last confirmed <Time at={oldest} format="date" />, please confirm)
        </>
      )}
    </span>
  );
}
