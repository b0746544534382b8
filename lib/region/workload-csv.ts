import { stringify } from "csv-stringify/sync";
import type { RegionWorkloads, WorkloadShown } from "./workload-queries";
import { workloadStatusLabels } from "./workload-ui-text";

const columns = [
  { key: "name", header: "Workload" },
  { key: "tenant", header: "Whose" },
  { key: "status", header: "Status" },
  { key: "needs", header: "Needs" },
  { key: "goesTo", header: "Goes to" },
  { key: "contacts", header: "Contacts" },
  { key: "confirmed", header: "Contacts confirmed" },
  { key: "steps", header: "Onboarding" },
  { key: "url", header: "Address" },
];

/** The tenants of a region as CSV: how to reach them only where this reader looks after them. Formulas are escaped. */
export function workloadsCsv({ workloads }: RegionWorkloads): string {
  return stringify(workloads.map(recordOf), {
    columns,
    header: true,
    bom: true,
    escape_formulas: true,
    record_delimiter: "windows",
  });
}

function recordOf(workload: WorkloadShown): Record<string, string> {
  const { name, tenant, status, needs, goesTo, contacts, steps, url } = workload;
  return {
    ...{ name, needs, goesTo, tenant: tenant.name, status: workloadStatusLabels[status], url: url ?? "" },
    contacts: contacts.map((each) => (each.reach ? `${each.name}: ${each.reach}` : each.name)).join("; "),
    confirmed: contacts.map(({ confirmedAt }) => confirmedAt.slice(0, 10)).sort()[0] ?? "",
    steps: `${steps.filter(({ isDone }) => isDone).length} of ${steps.length}`,
  };
}
