import { HiddenField } from "@/components/forms/fieldset";
import type { WorkloadShown } from "@/lib/region/workload-queries";

/** What each form of a workload sends along. */
export function WorkloadKeys({ workload, on }: { workload: WorkloadShown; on: "sig" | "region" }) {
  return (
    <>
      <HiddenField name="workloadId" value={workload.id} />
      <HiddenField name="version" value={workload.version} />
      <HiddenField name="on" value={on} />
      <HiddenField name="sig" value={workload.tenant.sig ?? ""} />
      <HiddenField name="region" value={workload.region.key} />
    </>
  );
}
