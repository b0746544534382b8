import { notFound } from "next/navigation";
import { noteExport } from "@/lib/audit/commands/note-alone";
import { exportAudit } from "@/lib/audit/list-export";
import { readAuditAddress } from "@/lib/audit/list-filter";
import { currentActor } from "@/lib/auth/reader";
import { csvDownload, searchOf } from "@/lib/csv-export";
import { mayAdminister } from "@/lib/people/people-policy";

/** What the audit shows an administrator at the same filter, as a file; that it was taken along stands in it too. */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentActor();
  const { filter, wrong } = readAuditAddress(searchOf(request));
  if (!mayAdminister(actor) || Object.keys(wrong).length > 0) notFound();
  await noteExport(actor, { what: "the audit", format: "CSV", filter: Object.keys(filter) });
  return csvDownload("audit", exportAudit(actor, filter));
}
