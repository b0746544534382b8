import { noteExport } from "@/lib/audit/commands/note-alone";
import { currentActor } from "@/lib/auth/reader";
import { csvDownload, searchOf } from "@/lib/csv-export";
import { exportProposals } from "@/lib/proposals/list-export";
import { readListAddress } from "@/lib/proposals/list-filter";

/** What the list at the same filter and sort shows this reader, as a file. */
export async function GET(request: Request): Promise<Response> {
  const { filter } = readListAddress(searchOf(request));
  const actor = await currentActor();
  await noteExport(actor, { what: "the list of proposals", format: "CSV", filter: Object.keys(filter) });
  return csvDownload("proposals", exportProposals(actor, filter));
}
